package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void helpGoesToStandardOutput() {
        var run = RecordedRun.of("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Commands:", "Exit codes:", "Examples:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsTheOneGiven() {
        assertThat(RecordedRun.of("--version").out()).isEqualTo("whydunit 1.2.3\n");
    }

    @Test
    void noCommandSaysWhatToType() {
        var run = RecordedRun.of();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("whydunit diagnose PATH");
    }

    @Test
    void misspeltCommandIsCorrected() {
        var run = RecordedRun.of("completoin");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("whydunit: unknown command 'completoin': did you mean 'completion'?\n");
    }

    @Test
    void misspeltOptionIsCorrected() {
        var run = RecordedRun.of("completion", "bash", "--ouptut=x");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("whydunit: unknown option '--ouptut=x': did you mean '--output'?\n");
    }

    @Test
    void wrongValueNamesTheRightOnes() {
        var run = RecordedRun.of("completion", "tcsh");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("bash, zsh, fish").contains("whydunit completion --help");
    }

    @Test
    void traceIsPrintedOnlyWithDebug() {
        assertThat(RecordedRun.of("completion", "tcsh").err()).doesNotContain("\tat ");
        assertThat(RecordedRun.of("--debug", "completion", "tcsh").err()).contains("\tat ");
    }

    @Test
    void colorsAreGivenOnDemandOnly() {
        assertThat(RecordedRun.of("--help").out()).doesNotContain("\033[");
        assertThat(RecordedRun.of("--color=always", "--help").out()).contains("\033[");
        assertThat(RecordedRun.of("--help", "--color", "always").out()).contains("\033[");
    }
}
