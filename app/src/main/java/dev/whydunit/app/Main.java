package dev.whydunit.app;

import dev.whydunit.app.command.Program;
import dev.whydunit.app.terminal.Terminal;

/// The way in. `--version` is answered before the classes of the command line are touched.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.ofProcess();
        int status = run(terminal, arguments);
        terminal.flush();
        // Not System.exit, which first loads a logging framework to look for someone who logs exits.
        Runtime.getRuntime().halt(status);
    }

    static int run(Terminal terminal, String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            terminal.out().println("whydunit " + Version.text());
            return 0;
        }
        return new Program(terminal, Version.text()).run(arguments);
    }
}
