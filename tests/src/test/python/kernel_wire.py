"""Talks to the kernel over Jupyter's wire and prints what it saw as one JSON document.

usage: kernel_wire.py KERNELSPEC_NAME STARTS   (the kernelspec is found through JUPYTER_PATH)
"""
import json
import sys
import threading
import time

from jupyter_client.manager import start_new_kernel

TIMEOUT = 60


class Session:
    """One running kernel."""

    def __init__(self, name):
        began = time.time()
        self.manager, self.client = start_new_kernel(kernel_name=name, startup_timeout=TIMEOUT)
        self.ready = time.time() - began

    def run(self, code, answer=None, interrupt_after=None):
        """Runs a cell and gathers everything that comes back."""
        seen = {"stdout": "", "stderr": "", "data": [], "error": None}

        def output(message):
            content, kind = message["content"], message["msg_type"]
            if kind == "stream":
                seen[content["name"]] += content["text"]
            elif kind in ("execute_result", "display_data", "update_display_data"):
                seen["data"].append({
                    "kind": kind,
                    "mime": content["data"],
                    "id": content.get("transient", {}).get("display_id"),
                })
            elif kind == "error":
                seen["error"] = {
                    "name": content["ename"],
                    "value": content["evalue"],
                    "trace": "\n".join(content["traceback"]),
                }

        def question(_):
            self.client.input(answer)

        if interrupt_after is not None:
            threading.Timer(interrupt_after, self.manager.interrupt_kernel).start()
        began = time.time()
        reply = self.client.execute_interactive(
            code,
            allow_stdin=answer is not None,
            output_hook=output,
            stdin_hook=question,
            timeout=TIMEOUT,
        )["content"]
        seen["status"] = reply["status"]
        seen["reply_name"] = reply.get("ename")
        seen["seconds"] = time.time() - began
        return seen

    def interrupted_input(self):
        """Interrupts a cell that waits for input."""
        seen = {}

        def question(_):
            threading.Timer(0.3, self.manager.interrupt_kernel).start()

        reply = self.client.execute_interactive(
            "new Scanner(System.in).nextLine()",
            allow_stdin=True,
            output_hook=lambda _: None,
            stdin_hook=question,
            timeout=TIMEOUT,
        )["content"]
        seen["status"] = reply["status"]
        seen["name"] = reply.get("ename")
        return seen

    def queued(self, *cells):
        """Sends cells at once, as Run All does, and gives the statuses of their replies."""
        ids = [self.client.execute(code) for code in cells]
        statuses = {}
        while len(statuses) < len(ids):
            message = self.client.get_shell_msg(timeout=TIMEOUT)
            statuses[message["parent_header"]["msg_id"]] = message["content"]["status"]
        return [statuses[i] for i in ids]

    def end(self):
        self.client.stop_channels()
        began = time.time()
        self.manager.shutdown_kernel()
        return time.time() - began


def starts(name, count):
    rows = []
    for _ in range(count):
        session = Session(name)
        first = session.run("1+1")
        rows.append({
            "ready": session.ready,
            "first": first["seconds"],
            "value": first["data"][0]["mime"]["text/plain"] if first["data"] else None,
            "shutdown": session.end(),
        })
    return rows


def main():
    name, count = sys.argv[1], int(sys.argv[2])
    found = {}

    # The very first cell, interrupted while JShell still warms up.
    session = Session(name)
    found["compiling"] = session.run(
        'Thread.sleep(30000);\nSystem.out.println("went on");', interrupt_after=0.05)
    found["after_compiling"] = session.run("2+2")

    found["sleeping"] = session.run("Thread.sleep(30000)", interrupt_after=0.5)
    found["after_sleeping"] = session.run("3+3")
    found["input"] = session.run(
        'String line = new Scanner(System.in, "UTF-8").nextLine();\nline', answer="h\u00e9llo w\u00f6rld")
    found["input_refused"] = session.run("new Scanner(System.in).nextLine()")
    found["input_interrupted"] = session.interrupted_input()
    found["input_again"] = session.run("new Scanner(System.in).nextLine()", answer="again")
    found["display"] = session.run(
        'String shown = display("<b>one</b>", "text/html");')
    found["update"] = session.run('updateDisplay(shown, "two");')
    found["image"] = session.run("new java.awt.image.BufferedImage(7, 5, 1)")
    found["null"] = session.run("Object nothing = null;\nnothing")
    found["error"] = session.run(
        'int before = 1;\nthrow new IllegalStateException("outer", new IOException("inner"));')
    found["compile_error"] = session.run("int good = 1;\nint bad = missing + 1;")
    found["class_path"] = session.run(
        'Thread.currentThread().getContextClassLoader().getResource("found.txt") != null')
    found["compiler_options"] = session.run("new Date(1, 2, 3);")
    found["memory"] = session.run(
        "List<byte[]> hoard = new ArrayList<>();\nwhile (true) hoard.add(new byte[1 << 26]);")
    found["after_memory"] = session.run("hoard = null;\n5+5")
    found["print"] = session.run("for (int i = 0; i < 20000; i++) System.out.println(i);")
    found["queued"] = session.queued(
        "Thread.sleep(500);", 'throw new RuntimeException("stop");', "int skipped = 1;", "7")
    found["after_queued"] = session.run("6+6")
    found["complete"] = session.client.complete(
        'String hello = "x";\nhello.toUp', reply=True, timeout=TIMEOUT)["content"]
    found["inspect"] = session.client.inspect(
        "Math.max(1, 2)", 6, reply=True, timeout=TIMEOUT)["content"]
    for key, code in (("whole", "1+1"), ("open", "for (;;) {"), ("wrong", "int a = ;")):
        session.client.is_complete(code)
        found["is_complete_" + key] = session.client.get_shell_msg(timeout=TIMEOUT)["content"]
    found["history"] = session.client.history(reply=True, timeout=TIMEOUT)["content"]
    found["info"] = session.client.kernel_info(reply=True, timeout=TIMEOUT)["content"]
    # Last, because it leaves a thread spinning.
    found["busy"] = session.run("while (true) {}", interrupt_after=0.5)
    found["after_busy"] = session.run("4+4")
    found["shutdown"] = session.end()

    found["starts"] = starts(name, count)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
