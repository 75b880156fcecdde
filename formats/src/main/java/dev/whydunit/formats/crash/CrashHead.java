package dev.whydunit.formats.crash;

import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import java.util.ArrayList;
import java.util.List;

/// What the lines before the goroutines of a crash say.
final class CrashHead {

    private static final int MOST_PRELUDE_LINES = 64;
    private static final int LONGEST_LINE = 1 << 12;
    private static final String FATAL_ERROR = "fatal error: ";

    private final SectionContext context;
    private final SignalLines signal = new SignalLines();
    private final PanicChain chain = new PanicChain();
    private final List<String> prelude = new ArrayList<>();
    private Opening opening = Opening.PRELUDE;
    private String fatalText = "";
    private String signalText = "";

    CrashHead(SectionContext context) {
        this.context = context;
    }

    /// Takes the line that a crash begins with.
    void begin(Opening.Match match, Line line) {
        opening = match.opening();
        String text = textFrom(line, match.textFrom());
        switch (opening) {
            case PANIC, RECOVERED -> chain.begin(text, line.cite(context.path()));
            case SERVING -> chain.begin(afterPeer(text), line.cite(context.path()));
            case FATAL_ERROR -> fatalText = text;
            case PRELUDE -> addPrelude(text);
            case SIGNAL -> {
                signalText = text;
                signal.accept(text);
            }
        }
    }

    /// `10.0.0.1:51234: boom` without the peer's address.
    private static String afterPeer(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    /// The text of a line from an index on, cut where it is longer than what the runtime prints.
    static String textFrom(Line line, int index) {
        return line.text(index, Math.min(line.length(), index + LONGEST_LINE));
    }

    void addPrelude(String text) {
        if (prelude.size() < MOST_PRELUDE_LINES) {
            prelude.add(text);
        }
    }

    /// Takes the text of a fatal error, where there is none yet.
    void addFatalError(String text) {
        fatalText = fatalText.isEmpty() ? text : fatalText;
    }

    /// Takes a line that a tab marks as part of the chain. From Go 1.27 on the fatal error that ends a panicking
    /// goroutine stands there too: `\tfatal error: fault`.
    void continueChain(String text, Line line) {
        if (text.startsWith(FATAL_ERROR)) {
            addFatalError(text.substring(FATAL_ERROR.length()));
        } else {
            chain.continued(text, line.cite(context.path()));
        }
    }

    Opening opening() {
        return opening;
    }

    PanicChain chain() {
        return chain;
    }

    SignalLines signal() {
        return signal;
    }

    List<String> prelude() {
        return prelude;
    }

    /// The text after `fatal error: `; empty where there is none.
    String fatalText() {
        return fatalText;
    }

    /// The line `SIGQUIT: quit`; empty where there is none.
    String signalText() {
        return signalText;
    }

    boolean isDuringCgo() {
        return signal.signal().filter(Crash.Signal::duringCgo).isPresent();
    }

    /// Whether somebody recovered the panic and logged it.
    boolean isLogged() {
        return opening == Opening.SERVING || opening == Opening.RECOVERED;
    }
}
