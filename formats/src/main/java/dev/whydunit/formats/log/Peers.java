package dev.whydunit.formats.log;

import java.util.List;
import java.util.Optional;

/// The peer in an error text, as the `net` and `net/http` packages of Go write it: `dial tcp 10.0.0.7:5432: ...`,
/// `read tcp 10.0.0.2:40112->10.0.0.7:5432: ...`, `Get "http://orders:8080/x": ...`, `lookup orders on ...`.
final class Peers {
    private static final List<String> BEFORE_ADDRESS =
            List.of("dial tcp4 ", "dial tcp6 ", "dial tcp ", "dial udp ", "dial unix ", "lookup ", "error from ");
    private static final String ARROW = "->";
    private static final String SCHEME_END = "://";
    private static final String OPEN = "open ";
    /// A longer word is no host with its port.
    private static final int LONGEST_PEER = 260;

    private Peers() {}

    static Optional<String> address(String line) {
        int arrow = line.indexOf(ARROW);
        if (arrow > 0 && Character.isDigit(line.charAt(arrow - 1))) {
            return word(line, arrow + ARROW.length());
        }
        for (String before : BEFORE_ADDRESS) {
            int at = line.indexOf(before);
            if (at >= 0) {
                return word(line, at + before.length()).filter(peer -> !peer.endsWith("->"));
            }
        }
        int scheme = line.indexOf(SCHEME_END);
        return scheme < 0 ? Optional.empty() : hostOfUrl(line, scheme + SCHEME_END.length());
    }

    static Optional<String> file(String line) {
        int at = line.indexOf(OPEN);
        return at < 0 ? Optional.empty() : word(line, at + OPEN.length()).filter(name -> name.startsWith("/"));
    }

    /// Up to white space or a colon before it; nothing of a user's name and password.
    private static Optional<String> word(String line, int from) {
        int to = from;
        while (to < line.length() && " \t\"'\\,;)".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        while (to > from && line.charAt(to - 1) == ':') {
            to--;
        }
        return Optional.of(line.substring(from, to)).filter(Peers::plausible);
    }

    private static Optional<String> hostOfUrl(String line, int from) {
        int to = from;
        while (to < line.length() && " /?#\"'\\".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        var authority = line.substring(from, to);
        return Optional.of(authority.substring(authority.lastIndexOf('@') + 1)).filter(Peers::plausible);
    }

    private static boolean plausible(String peer) {
        return !peer.isEmpty() && peer.length() <= LONGEST_PEER;
    }
}
