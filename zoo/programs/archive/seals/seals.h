#ifndef SEALS_H
#define SEALS_H
#include <stddef.h>
#include <stdint.h>

typedef struct entry {
	char name[24];
	uint64_t sum;
	struct entry *next;
} entry;

typedef struct press {
	entry *first;
	char *stamp;
	int plan;
	int used;
} press;

typedef struct sheet {
	uint8_t *bytes;
	size_t size;
} sheet;

press *press_open(int plan);
uint64_t press_seal(press *p, const char *name, const uint8_t *bytes, size_t n);
int press_stamp(press *p, const char *text);
int press_label(press *p, const char *text);
uint64_t press_sheet(sheet *s);
int press_each(press *p, int rows);
int press_rows(press *p);
void press_hooks(press *p);
#endif
