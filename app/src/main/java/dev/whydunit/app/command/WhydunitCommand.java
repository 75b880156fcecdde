package dev.whydunit.app.command;

import dev.whydunit.app.terminal.UserError;
import picocli.CommandLine.Command;

/// The program without a command: it only has help to offer.
@Command(
        name = "whydunit",
        synopsisSubcommandLabel = "COMMAND",
        header = "Tells why a Go service broke, from the evidence that it left.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; nothing at or above --fail-on",
            "1:something at or above --fail-on",
            "2:wrong usage",
            "3:no input could be read",
            "4:internal error"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  whydunit diagnose ~/incident",
            "  kubectl logs --previous web-7d4b | whydunit diagnose -",
            "  whydunit explain double-lock"
        })
final class WhydunitCommand implements Runnable {
    @Override
    public void run() {
        throw UserError.wrongUsage(
                "no command given: for example 'whydunit diagnose PATH', or 'whydunit --help' for all of them");
    }
}
