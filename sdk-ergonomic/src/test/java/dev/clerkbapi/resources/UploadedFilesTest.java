package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.Upload;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files, whatever they come from, on their way to a server. */
class UploadedFilesTest {
  private static final int START = 4096;

  @TempDir private Path folder;

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private volatile String start = "";
  private volatile int[] statuses = {200};
  private HttpServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
    clerk = client("http://localhost:" + server.getAddress().getPort() + "/v1");
  }

  @AfterEach
  void stop() {
    clerk.close();
    server.stop(0);
  }

  private static ClerkClient client(String baseUrl) {
    return ClerkClient.builder()
        .secretKey("sk_test_upload")
        .baseUrl(baseUrl)
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  private void respond(HttpExchange exchange) throws IOException {
    int request = requests.getAndIncrement();
    InputStream body = exchange.getRequestBody();
    byte[] first = body.readNBytes(START);
    start = new String(first, StandardCharsets.UTF_8);
    byte[] buffer = new byte[START];
    long count = first.length;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      count += read;
    }
    bytes.set(count);
    byte[] response = Fixtures.USER.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Retry-After", "0");
    int status = statuses[Math.min(request, statuses.length - 1)];
    exchange.sendResponseHeaders(status, response.length);
    exchange.getResponseBody().write(response);
    exchange.close();
  }

  private void send(Upload upload) {
    clerk.users().updateUserProfileImage("user_1", upload);
  }

  private static InputStream stream(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }

  @Test
  void file_isSentUnderItsNameWithItsType() throws IOException {
    send(Upload.of(Files.writeString(folder.resolve("ada.webp"), "picture")));
    assertThat(start).contains("filename=\"ada.webp\"", "Content-Type: image/webp", "picture");
  }

  @Test
  void stream_isSentAndNotClosed() {
    AtomicInteger closed = new AtomicInteger();
    InputStream content =
        new ByteArrayInputStream("picture".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    send(Upload.of(content, 7, "ada.svg").contentType("image/x-ada"));
    assertThat(start).contains("filename=\"ada.svg\"", "Content-Type: image/x-ada", "picture");
    assertThat(closed).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void largeFile_takesNoMemory(boolean asStream) throws IOException {
    long size = 200L << 20;
    Path large = folder.resolve("large.png");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(size);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (InputStream content = Files.newInputStream(large)) {
      Upload upload = asStream ? Upload.of(content, size, "large.png") : Upload.of(large);
      long before = threads.getCurrentThreadAllocatedBytes();
      send(upload);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(size / 4);
    }
    assertThat(bytes.get()).isGreaterThan(size);
  }

  @ParameterizedTest
  @CsvSource({
    "ada.PNG, x, image/png",
    "ada.jpg, x, image/jpeg",
    "ada.jpeg, x, image/jpeg",
    "ada.gif, x, image/gif",
    "ada.webp, x, image/webp",
    "ada.svg, x, image/svg+xml",
    "ada, x, application/octet-stream",
    "ada, GIF89a.., image/gif",
    "ada, RIFF....WEBPVP8, image/webp",
    "ada, RIFF....WAVE, application/octet-stream",
    "ada, <svg xmlns='http://www.w3.org/2000/svg'/>, image/svg+xml",
    "ada, <html></html>, application/octet-stream",
  })
  void contentType_isFound(String name, String content, String type) throws IOException {
    byte[] of = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Upload.of(of, name).contentType()).isEqualTo(type);
    Path file = Files.write(folder.resolve(name), of);
    assertThat(Upload.of(file).contentType()).isEqualTo(type);
  }

  @Test
  void contentTypeOfBinaryFiles_isFoundByTheirFirstBytes() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
    assertThat(Upload.of(png, "ada").contentType()).isEqualTo("image/png");
    assertThat(Upload.of(jpeg, "ada").contentType()).isEqualTo("image/jpeg");
  }

  @Test
  void missingFile_isRefusedWithItsPath() {
    Path none = folder.resolve("none.png");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upload.of(none))
        .withMessageContaining(none.toString());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upload.of(folder))
        .withMessageContaining(folder.toString());
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"9, only 9", "11, more", "0, only 0"})
  void streamOfAnotherLength_breaksOffTheRequest(int actual, String message) {
    assertThatThrownBy(() -> send(Upload.of(stream(actual), 10, "a.png")))
        .isInstanceOf(ClerkTransportException.class)
        .hasMessageContaining("the stream should have 10 bytes, but has " + message);
    assertThat(bytes).as("bytes of complete requests").hasValue(0);
  }

  @Test
  void fileThatChanged_isSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("ada.png"), "picture");
    Upload upload = Upload.of(file);
    Files.writeString(file, "pic");
    assertThatThrownBy(() -> send(upload))
        .isInstanceOf(ClerkTransportException.class)
        .hasMessageContaining("ada.png should have 7 bytes, but has only 3");
  }

  @Test
  void emptyStream_isSent() {
    send(Upload.of(stream(0), 0, "a.png"));
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void streamThatWasRead_isNeverSentAgain(int status) {
    statuses = new int[] {status, 200};
    assertThatThrownBy(() -> send(Upload.of(stream(9), 9, "a.png")))
        .isInstanceOfSatisfying(
            ClerkApiException.class, e -> assertThat(e.status()).isEqualTo(status));
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void whatCanBeReadAgain_isRetried(int status) throws IOException {
    statuses = new int[] {status, 200, status, 200};
    send(Upload.of(new byte[9], "a.png"));
    send(Upload.of(Files.write(folder.resolve("a.png"), new byte[9])));
    assertThat(requests).hasValue(4);
  }

  @Test
  void streamOfWhichNothingWasRead_canBeSentByAnotherCall() throws IOException {
    Upload upload = Upload.of(stream(9), 9, "a.png");
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    try (ClerkClient offline = client("http://localhost:" + nobody + "/v1")) {
      assertThatThrownBy(() -> offline.users().updateUserProfileImage("user_1", upload))
          .isInstanceOf(ClerkTransportException.class)
          .satisfies(e -> assertThat(e.getSuppressed()).as("attempts before").hasSize(2));
    }
    send(upload);
    assertThatIllegalStateException().isThrownBy(() -> send(upload));
    assertThat(requests).hasValue(1);
  }

  @Test
  void fileThatIsTooLarge_isPayloadTooLarge() {
    statuses = new int[] {413};
    assertThatThrownBy(() -> send(Upload.of(new byte[9], "a.png")))
        .isInstanceOf(ClerkApiException.PayloadTooLarge.class);
  }

  @Test
  void nameOfAFile_cannotBreakTheHeader() {
    send(Upload.of(new byte[1], "a\"\r\nX-Evil: 1\r\n\r\nödö\ud83d\ude00.png"));
    String head = start.substring(0, start.indexOf("\r\n\r\n"));
    assertThat(head.lines()).noneMatch(line -> line.startsWith("X-Evil"));
    assertThat(head)
        .contains("filename=\"a%22%0D%0AX-Evil: 1%0D%0A%0D%0Aödö\ud83d\ude00.png\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void blankName_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Upload.of(new byte[1], name));
    assertThatIllegalArgumentException().isThrownBy(() -> Upload.of(stream(1), -1, "a.png"));
  }

  @Test
  void failureOfTheStreamItself_isTheCause() {
    InputStream broken =
        new ByteArrayInputStream(new byte[5]) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            throw new UncheckedIOException(new IOException("the disk is gone"));
          }
        };
    assertThatThrownBy(() -> send(Upload.of(broken, 5, "a.png")))
        .isInstanceOf(ClerkException.class)
        .hasMessageContaining("the disk is gone");
  }
}
