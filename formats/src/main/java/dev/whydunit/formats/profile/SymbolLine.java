package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.text.LineScanner;
import java.util.Optional;

/// A line of a `debug=1` profile that names the call at an address.
///
/// ```
/// #	0x65e7b6	runtime/pprof.(*protobuf).strings+0x96		/src/protobuf.go:99
/// ```
///
/// Source: `runtime/pprof/pprof.go` (`printStackRecord`).
///
/// @param file empty where none is printed
record SymbolLine(long address, String function, String file, int line) {

    static Optional<SymbolLine> parse(Line line, LineScanner scanner) {
        scanner.at(line, 0);
        if (!scanner.take("#\t0x")) {
            return Optional.empty();
        }
        long address = Hex.take(scanner);
        scanner.spaces();
        var symbol = scanner.until("\t");
        int plus = symbol.lastIndexOf("+0x");
        var function = (plus > 0 ? symbol.substring(0, plus) : symbol).strip();
        if (function.isEmpty()) {
            return Optional.empty();
        }
        scanner.spaces();
        return Optional.of(place(address, function, scanner.until("\t")));
    }

    private static SymbolLine place(long address, String function, String place) {
        int colon = place.lastIndexOf(':');
        int line = 0;
        for (int i = colon + 1; colon >= 0 && i < place.length(); i++) {
            int digit = place.charAt(i) - '0';
            if (digit < 0 || digit > 9 || line > Integer.MAX_VALUE / 20) {
                return new SymbolLine(address, function, place, 0);
            }
            line = line * 10 + digit;
        }
        return new SymbolLine(address, function, colon < 0 ? place : place.substring(0, colon), line);
    }

    /// The call as a frame.
    Frame frame() {
        var place = file.isEmpty() ? Optional.<SourceLine>empty() : Optional.of(new SourceLine(file, line));
        return new Frame(FunctionName.of(function), place, false);
    }
}
