package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt ends the cell at every stage, and the next cell works. */
@Timeout(60)
public class CellInterruptTest {

  /** Cells tell the test through this that they run. */
  public static volatile CountDownLatch started;

  private static final String STARTED =
      "org.penumbra.kernel.CellInterruptTest.started.countDown();";

  private CellEvaluator evaluator;

  @BeforeEach
  void open() {
    started = new CountDownLatch(1);
    evaluator = new CellEvaluator();
  }

  @AfterEach
  void close() {
    evaluator.close();
  }

  @Test
  void endsASleepingCell() throws Exception {
    CellFailure failure = interruptOnceStarted(STARTED + "\nThread.sleep(50_000);\nint after = 1;");
    assertThat(failure.errorName()).isEqualTo("InterruptedException");
    assertThat(failure.plainReport()).contains("cell, line 2");
    assertThat(fail("after")).hasMessageContaining("variable after");
    stillWorks();
  }

  @Test
  void endsALoopThatLooksAtTheStatus() throws Exception {
    CellFailure failure =
        interruptOnceStarted(
            STARTED + "\nint turns = 0;\nwhile (!Thread.currentThread().isInterrupted()) turns++;");
    assertThat(failure.errorName()).isEqualTo("InterruptedException");
    assertThat((int) evaluate("turns")).isPositive();
  }

  @Test
  void leavesABusyLoopBehindAndSaysSo() throws Exception {
    // The loop ends with the test: a thread that spins for ever would slow all tests after this.
    CellFailure failure =
        interruptOnceStarted(
            STARTED
                + "\nlong end = System.nanoTime() + 6_000_000_000L;\n"
                + "while (System.nanoTime() < end) {}");
    assertThat(failure).hasMessageContaining("cannot stop it").hasMessageContaining("restart");
    assertThat(failure.plainReport()).contains("at cell, line 3");
    stillWorks();
  }

  /** As a training does: native code that cannot look, for longer than Java code would be given. */
  @Test
  void waitsForNativeCodeThatWillLookAtTheStatusLater() throws Exception {
    CellFailure failure =
        interruptOnceStarted(
            STARTED
                + "\nvar deflater = new java.util.zip.Deflater(9);\n"
                + "byte[] noise = new byte[4_000_000];\n"
                + "new Random(1).nextBytes(noise);\n"
                + "long end = System.nanoTime() + 4_000_000_000L;\n"
                + "while (System.nanoTime() < end) {\n"
                + "  deflater.reset(); deflater.setInput(noise); deflater.finish();\n"
                + "  deflater.deflate(new byte[5_000_000]);\n"
                + "}");
    assertThat(failure.getMessage()).doesNotContain("cannot stop it");
    assertThat(failure.errorName()).isEqualTo("InterruptedException");
    stillWorks();
  }

  @Test
  void isRememberedWhileTheCellStillCompiles() throws Exception {
    // As the kernel does: the cell begins before the compiler sees it.
    CellThread thread = new CellThread(new OwnerQueue());
    try (CellEvaluator slow = new CellEvaluator(thread, List.of())) {
      thread.beginCell();
      thread.interrupt(null);
      CellFailure failure =
          catchThrowableOfType(
              CellFailure.class,
              () ->
                  slow.evaluate(new Cell("cell", "System.setProperty(\"penumbra.ran\", \"yes\")")));
      thread.endCell();
      assertThat(failure.errorName()).isEqualTo("InterruptedException");
      assertThat(System.getProperty("penumbra.ran")).isNull();
      assertThat(slow.evaluate(new Cell("cell", "1 + 1"))).isEqualTo(2);
    }
  }

  @Test
  void countsForACellThatIsAboutToStart() throws Exception {
    evaluator.interrupt();
    assertThat(fail("1").errorName()).isEqualTo("InterruptedException");
    stillWorks();
  }

  @Test
  void countsForACellThatWaitedInTheSocket() throws Exception {
    CellThread thread = new CellThread(new OwnerQueue());
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    thread.interrupt(noon);
    TimeUnit.MILLISECONDS.sleep(200);
    thread.beginCell(noon.minusMillis(1));
    assertThat(catchThrowableOfType(CellInterrupted.class, thread::checkInterrupt)).isNotNull();
    thread.endCell();

    thread.interrupt(noon);
    TimeUnit.MILLISECONDS.sleep(200);
    thread.beginCell(noon.plusMillis(1));
    thread.checkInterrupt();
    thread.endCell();
  }

  @Test
  void isForgottenWhenNoCellFollows() throws Exception {
    evaluator.interrupt();
    TimeUnit.MILLISECONDS.sleep(300);
    stillWorks();
  }

  @Test
  void leavesCodeAloneThatHandlesIt() throws Exception {
    Thread helper = interrupter();
    assertThat(
            evaluate(
                "String how = \"slept\";\n"
                    + "try { "
                    + STARTED
                    + " Thread.sleep(50_000); } catch (InterruptedException e) { how = \"handled\"; }\n"
                    + "how"))
        .isEqualTo("handled");
    helper.join();
  }

  private CellFailure interruptOnceStarted(String text) throws InterruptedException {
    Thread helper = interrupter();
    CellFailure failure = fail(text);
    helper.join();
    return failure;
  }

  private Thread interrupter() {
    Thread helper =
        new Thread(
            () -> {
              try {
                assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
                TimeUnit.MILLISECONDS.sleep(200);
                evaluator.interrupt();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    helper.start();
    return helper;
  }

  private void stillWorks() throws CellFailure {
    assertThat(evaluate("2 + 2")).isEqualTo(4);
  }

  private Object evaluate(String text) throws CellFailure {
    return evaluator.evaluate(new Cell("cell", text));
  }

  private CellFailure fail(String text) {
    CellFailure failure = catchThrowableOfType(CellFailure.class, () -> evaluate(text));
    assertThat(failure).as("the failure of %s", text).isNotNull();
    return failure;
  }
}
