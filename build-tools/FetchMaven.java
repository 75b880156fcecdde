import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Fetches one release of Maven from Maven Central (or from the mirror in `MVNW_REPOURL`, the variable that
/// the Maven wrapper reads too), compares its SHA-512 and unpacks it:
/// `java FetchMaven.java VERSION SHA512 DIRECTORY`.
final class FetchMaven {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DOWNLOAD_TIMEOUT = Duration.ofMinutes(5); // 9 MB: slow lines have to pass too

    public static void main(String[] args) throws Exception {
        var version = args[0];
        var target = Path.of(args[2]).toAbsolutePath();
        System.err.println("whydunit: fetching Maven " + version);
        try {
            unpack(verified(download(version), args[1]), target);
        } catch (IOException e) {
            System.err.println("whydunit: Maven could not be fetched (" + e + "): install Maven 3.6.3 or newer");
            System.exit(1);
        }
    }

    private static byte[] download(String version) throws IOException, InterruptedException {
        var mirror = System.getenv("MVNW_REPOURL");
        var address = URI.create((mirror == null ? CENTRAL : mirror) + "/org/apache/maven/apache-maven/" + version
                + "/apache-maven-" + version + "-bin.zip");
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_TIMEOUT)
                .build()) {
            var request = HttpRequest.newBuilder(address).timeout(DOWNLOAD_TIMEOUT).build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(address + " answered " + response.statusCode());
            }
            return response.body();
        }
    }

    private static byte[] verified(byte[] archive, String sha512) throws IOException, NoSuchAlgorithmException {
        var actual = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive));
        if (!actual.equals(sha512)) {
            throw new IOException("its SHA-512 is " + actual + ", expected " + sha512);
        }
        return archive;
    }

    /// Unpacks beside the target first, so that a broken run leaves no half a Maven behind.
    private static void unpack(byte[] archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var scratch = Files.createTempDirectory(target.getParent(), "maven");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                write(zip, entry, scratch);
            }
        }
        scratch.resolve(target.getFileName()).resolve("bin/mvn").toFile().setExecutable(true);
        try {
            Files.move(scratch.resolve(target.getFileName()), target);
        } catch (FileAlreadyExistsException _) {
            // Another build was faster: its copy is the same.
        }
    }

    private static void write(ZipInputStream zip, ZipEntry entry, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the archive has an entry outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
        }
    }
}
