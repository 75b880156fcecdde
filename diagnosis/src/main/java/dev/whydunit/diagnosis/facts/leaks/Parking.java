package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ways in which goroutines pile up, each the beginning of a cause of its own.
public enum Parking {
    SEND("send", "send on a channel that nobody receives from"),
    RECEIVE("receive", "receive from a channel that nobody sends to or closes"),
    SELECT("select", "wait in a select none of whose cases comes"),
    SLEEP("tick", "wake up, find nothing to do and wait again"),
    WAITGROUP("waitgroup", "wait for a WaitGroup that is never done"),
    COND("cond", "wait on a sync.Cond that nobody signals"),
    NIL_CHANNEL("nil-channel", "use a nil channel, which blocks for ever"),
    /// A request waits in it.
    CLIENT_CALL("client-call", "wait for a remote party without a time limit"),
    /// A goroutine that the program started beside its requests waits in it.
    BACKGROUND_CALL("background-call", "wait for a remote party, on behalf of callers that have gone"),
    OTHER("work", "work, or wait for their turn");

    /// Packages whose calls go to a remote party.
    private static final List<String> CLIENTS = List.of(
            "net/http.(*Client).",
            "net/http.(*Transport).",
            "net.(*Dialer).",
            "net.(*Resolver).",
            "database/sql.",
            "google.golang.org/grpc.",
            "github.com/jackc/pgx",
            "github.com/lib/pq",
            "github.com/go-sql-driver/mysql",
            "github.com/redis/go-redis",
            "github.com/go-redis/redis",
            "github.com/gomodule/redigo",
            "go.mongodb.org/mongo-driver",
            "github.com/gocql/gocql",
            "github.com/nats-io/nats.go",
            "github.com/segmentio/kafka-go",
            "github.com/IBM/sarama",
            "net/rpc.(*Client).");

    private final String word;
    private final String doing;

    Parking(String word, String doing) {
        this.word = word;
        this.doing = doing;
    }

    /// What they do, as the predicate of a sentence.
    public String doing() {
        return doing;
    }

    /// The finding of this kind with a prefix: `stuck-on-send`.
    public FindingId finding(String prefix) {
        return new FindingId(prefix + word);
    }

    /// All findings with a prefix.
    public static Set<FindingId> findings(String prefix) {
        return Stream.of(values()).map(kind -> kind.finding(prefix)).collect(Collectors.toUnmodifiableSet());
    }

    /// How the goroutines of a site are parked; empty where they are not (the runtime's own).
    public static Optional<Parking> of(Site site, Predicate<Frame> own) {
        return of(
                site.operation(),
                site.points().getFirst().group().stack().frames(),
                site.createdBy().filter(own).isPresent(),
                own);
    }

    /// How goroutines with these frames are parked.
    ///
    /// @param background whether the program itself started them, beside its requests
    public static Optional<Parking> of(
            Operation operation, List<Frame> frames, boolean background, Predicate<Frame> own) {
        if (operation == Operation.RUNTIME || operation == Operation.SELECT_WITHOUT_CASES) {
            return Optional.empty();
        }
        if (waitsForParty(operation) && isClientCall(frames, own)) {
            return Optional.of(background ? BACKGROUND_CALL : CLIENT_CALL);
        }
        return Optional.of(
                switch (operation) {
                    case CHANNEL_SEND -> SEND;
                    case CHANNEL_RECEIVE -> RECEIVE;
                    case SELECT -> SELECT;
                    case SLEEP -> SLEEP;
                    case WAITGROUP_WAIT -> WAITGROUP;
                    case COND_WAIT -> COND;
                    case NIL_CHANNEL_SEND, NIL_CHANNEL_RECEIVE -> NIL_CHANNEL;
                    default -> OTHER;
                });
    }

    private static boolean waitsForParty(Operation operation) {
        return switch (operation) {
            case IO, SELECT, CHANNEL_RECEIVE, COND_WAIT -> true;
            default -> false;
        };
    }

    /// Whether the frames above the program's own are those of a client.
    private static boolean isClientCall(List<Frame> frames, Predicate<Frame> own) {
        return frames.stream()
                .takeWhile(frame -> !own.test(frame))
                .map(frame -> frame.function().canonical())
                .anyMatch(name -> CLIENTS.stream().anyMatch(name::startsWith));
    }
}
