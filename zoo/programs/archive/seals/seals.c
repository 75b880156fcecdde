#include "seals.h"
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction before;

extern int archiveRow(press *p, int row);

press *press_open(int plan) {
	press *p = calloc(1, sizeof *p);
	p->plan = plan;
	return p;
}

static uint64_t sum_of(const uint8_t *bytes, size_t n) {
	uint64_t sum = 1469598103934665603ULL;
	for (size_t i = 0; i < n; i++) sum = (sum ^ bytes[i]) * 1099511628211ULL;
	return sum;
}

static entry *find(press *p, const char *name) {
	for (entry *e = p->first; e; e = e->next)
		if (strcmp(e->name, name) == 0) return e;
	return NULL;
}

__attribute__((noinline)) static entry *enter(press *p, const char *name) {
	entry *e = calloc(1, sizeof *e);
	strncpy(e->name, name, sizeof e->name - 1);
	e->next = p->first;
	p->first = e;
	return e;
}

__attribute__((noinline)) static uint64_t renew(press *p, const char *name, uint64_t sum) {
	entry *e = find(p, name);
	if (!e && p->plan != 1) e = enter(p, name);
	e->sum = sum;
	return e->sum;
}

uint64_t press_seal(press *p, const char *name, const uint8_t *bytes, size_t n) {
	pthread_mutex_lock(&gate);
	uint64_t sum = sum_of(bytes, n);
	if (!find(p, name) && strlen(name) < 4) enter(p, name);
	if (p->plan == 2) assert(find(p, name) != NULL);
	renew(p, name, sum);
	pthread_mutex_unlock(&gate);
	return sum;
}

/* The stamp of a text; long ones are made anew. */
int press_stamp(press *p, const char *text) {
	pthread_mutex_lock(&gate);
	size_t n = strlen(text);
	char *old = p->stamp;
	p->stamp = malloc(p->plan == 4 && n > 200 ? 32 : n + 1);
	memcpy(p->stamp, text, n + 1);
	free(old);
	if (p->plan == 3 && n > 200) {
		free(p->stamp);
		free(p->stamp);
		p->stamp = NULL;
	}
	p->used += (int)n;
	pthread_mutex_unlock(&gate);
	return (int)n;
}

__attribute__((noinline)) static int width(const char *text, size_t n) {
	char line[64];
	memcpy(line, text, n);
	line[n] = 0;
	return (int)strlen(line);
}

int press_label(press *p, const char *text) {
	size_t n = strlen(text);
	if (p->plan != 5 && n > 63) n = 63;
	return width(text, n);
}

uint64_t press_sheet(sheet *s) { return sum_of(s->bytes, s->size); }

/* Hands each row to the archive. */
int press_each(press *p, int rows) {
	int sum = 0;
	pthread_mutex_lock(&gate);
	for (int row = 0; row < rows; row++) sum += archiveRow(p, row);
	pthread_mutex_unlock(&gate);
	return sum;
}

int press_rows(press *p) {
	pthread_mutex_lock(&gate);
	int n = p->used;
	pthread_mutex_unlock(&gate);
	return n;
}

static void tell(int number, siginfo_t *info, void *context) {
	if (before.sa_sigaction) before.sa_sigaction(number, info, context);
}

void press_hooks(press *p) {
	struct sigaction mine;
	memset(&mine, 0, sizeof mine);
	if (p->plan == 11) {
		mine.sa_sigaction = tell;
		mine.sa_flags = SA_SIGINFO | SA_RESTART;
		sigaction(SIGUSR1, &mine, &before);
	}
	if (p->plan == 17) {
		mine.sa_handler = SIG_DFL;
		sigaction(SIGPROF, &mine, NULL);
	}
}
