package dev.whydunit.formats.crash;

/// The registers that a fatal signal prints: `rax    0x0`, `rflags 0x10246`, `x0 0x1`, `pc  0x4a3f80`, `fault 0x0`.
///
/// Source: `dumpregs` in `runtime/signal_*.go`.
final class Registers {

    private static final int LONGEST_NAME = 8;

    private Registers() {}

    static boolean isRegister(String text) {
        int space = text.indexOf(' ');
        int tab = text.indexOf('\t');
        int nameTo = space < 0 ? tab : tab < 0 ? space : Math.min(space, tab);
        if (nameTo < 1 || nameTo > LONGEST_NAME) {
            return false;
        }
        String value = text.substring(nameTo).strip();
        return value.startsWith("0x")
                && value.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0 || " x\t".indexOf(c) >= 0);
    }
}
