#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint is shown a small project with a fault and must find it, and one without and must not."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import textwrap
import unittest

import analyse
import common
import formatted
import includes
import leaks
import schema_files
import sizes
import translated
import words

FUNCTION = """\
-- owner: castellan_owner
create or replace function castellan.thing() returns integer
language sql security definer set search_path = pg_catalog, pg_temp
as $$ select 1 $$;
comment on function castellan.thing() is 'A thing';
revoke all on function castellan.thing() from public;
"""


class LintTest(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="lint"))
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")

    def found(self, lint, name, text):
        """What the lint says about a project of this one file."""
        self.write(name, text)
        return [finding.message for finding in lint.check(self.root)]

    def assert_finds(self, lint, name, text, words_of_finding):
        self.assertRegex("\n".join(self.found(lint, name, text)) or "(nothing)", words_of_finding)

    def assert_clean(self, lint, name, text):
        self.assertEqual(self.found(lint, name, text), [])


class Common(LintTest):
    def test_code_only_keeps_places(self):
        text = 'a; // processEvents\nconst char *s = "QEventLoop\\"";\n/* x\ny */ int z = 1\'000;\n'
        code = common.code_only(text)
        self.assertEqual(len(code), len(text))
        self.assertEqual(code.count("\n"), text.count("\n"))
        self.assertNotIn("processEvents", code)
        self.assertNotIn("QEventLoop", code)
        self.assertIn("int z", code)


class Includes(LintTest):
    def test_rooms(self):
        for name, header in [
            ("models/base/A.h", "models/lists/B.h"),
            ("models/lists/A.cpp", "models/database/B.h"),
            ("models/accounts/A.cpp", "models/factors/FactorStore.h"),
            ("models/accounts/A.cpp", "ui/kit/Theme.h"),
            ("ui/kit/A.cpp", "models/database/SqlSession.h"),
            ("ui/accounts/A.cpp", "models/database/SqlSession.h"),
            ("ui/accounts/A.cpp", "models/factors/EnrolmentStore.h"),
            ("ui/accounts/A.cpp", "ui/factors/EnrolPage.h"),
            ("ui/shell/A.cpp", "models/database/SqlSession.h"),
            ("app/workspace/A.cpp", "models/accounts/AccountStore.h"),
        ]:
            with self.subTest(name=name, header=header):
                self.setUp()
                self.assert_finds(includes, name, f'#include "{header}"\n', "may not include")

    def test_allowed_rooms(self):
        for name, header in [
            ("models/accounts/A.cpp", "models/factors/types.h"),
            ("models/accounts/A.h", "models/database/SqlSession.h"),
            ("ui/accounts/A.cpp", "models/accounts/AccountStore.h"),
            ("ui/accounts/A.cpp", "models/factors/types.h"),
            ("ui/shell/A.h", "models/database/SessionState.h"),
            ("ui/shell/A.h", "models/database/ConnectionProfile.h"),
            ("app/console/A.cpp", "ui/factors/EnrolPage.h"),
        ]:
            with self.subTest(name=name, header=header):
                self.setUp()
                self.assert_clean(includes, name, f'#include "{header}"\n')

    def test_libraries(self):
        for name, header, message in [
            ("models/accounts/A.cpp", "libpq-fe.h", "libpq may not"),
            ("models/database/A.h", "libpq-fe.h", ".cpp files only"),
            ("models/database/A.h", "QSqlQuery", ".cpp files only"),
            ("models/vault/A.h", "qt6keychain/keychain.h", ".cpp files only"),
            ("ui/kit/A.cpp", "QChart", "QtCharts"),
            ("models/lists/A.cpp", "QWidget", "QtWidgets"),
            ("models/accounts/A.cpp", "QColor", "QtGui"),
            ("ui/shell/A.cpp", "QDBusConnection", "QtDBus"),
            ("ui/shell/A.cpp", "QNetworkAccessManager", "QtNetwork"),
        ]:
            with self.subTest(name=name, header=header):
                self.setUp()
                self.assert_finds(includes, name, f"#include <{header}>\n", message)

    def test_one_file_speaks_dbus(self):
        self.write("ui/kit/Appearance.cpp", "#include <QDBusConnection>\n")
        self.assert_finds(includes, "ui/kit/Other.cpp", "#include <QDBusMessage>\n", "more than one")

    def test_private_headers(self):
        self.assert_clean(includes, "models/database/PgHandle.h", "#include <libpq-fe.h>\n")
        self.assert_finds(includes, "models/accounts/A.cpp", '#include "models/database/PgHandle.h"\n', "private")

    def test_paths_are_whole(self):
        self.assert_finds(includes, "models/base/A.cpp", '#include "A.h"\n', "by its path")


class Words(LintTest):
    def test_forbidden(self):
        for name, text, message in [
            ("ui/shell/a.cpp", "QCoreApplication::processEvents();", "re-enters"),
            ("tests/a/a.cpp", "QEventLoop loop;", "nested loop"),
            ("models/base/a.cpp", "future.waitForFinished();", "blocks"),
            ("models/base/a.cpp", "process.waitForStarted(100);", "blocks"),
            ("tests/a/a.cpp", "QTest::qWait(100);", "sleeps"),
            ("tests/a/a.cpp", "QThread::msleep(100);", "sleeps"),
            ("ui/shell/a.cpp", "dialog.exec();", "nested loop"),
            ("ui/shell/a.cpp", "QMessageBox::warning(this, a, b);", "HTML"),
            ("models/http/a.cpp", "reply->ignoreSslErrors();", "other end"),
            ("models/accounts/a.cpp", "QSqlQuery query;", "models/database only"),
            ("models/accounts/a.cpp", "PQexec(connection, sql);", "only caller"),
            ("ui/shell/a.cpp", "auto *label = new QLabel(name);", "PlainLabel"),
            ("ui/shell/a.cpp", "connect(button, &QPushButton::clicked, [this] { go(); });", "without a context"),
            ("ui/shell/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));", "run time"),
            ("models/base/a.cpp", "class WindowManager {};", "says nothing"),
            ("models/base/a.cpp", 'qDebug("x");', "category"),
            ("models/base/a.cpp", "throw 1;", "values"),
            ("ui/shell/a.cpp", 'QColor("#ff0000");', "theme"),
            ("ui/shell/a.cpp", "setStyleSheet(x);", "style sheet"),
            ("ui/shell/a.cpp", "// TO" + "DO later", "finish it"),
            ("ui/shell/a.cpp", 'tr("Found ") + name;', "pieces"),
            ("models/base/a.cpp", 'tr("Found");', "no sentences"),
            ("models/base/a.h", "int a();", "pragma once"),
        ]:
            with self.subTest(text=text):
                self.setUp()
                self.assert_finds(words, name, text + "\n", message)

    def test_fine(self):
        for name, text in [
            ("ui/shell/a.cpp", "// never processEvents()"),
            ("ui/shell/a.cpp", "connect(button, &QPushButton::clicked, this, [this] { go(1, 2); });"),
            ("ui/shell/a.cpp", 'tr("%n rows", nullptr, count);'),
            ("ui/shell/a.cpp", 'box->setSuffix(tr(" %"));'),
            ("ui/shell/a.cpp", "happened + QLatin1Char(' ') + tr(\"No file was written.\");"),
            ("ui/kit/a.cpp", "class PlainLabel : public QLabel {};"),
            ("models/database/a.cpp", "PQfinish(connection);"),
            ("tests/a/a.cpp", "QTest::qWaitFor([&] { return done; });"),
        ]:
            with self.subTest(text=text):
                self.setUp()
                self.assert_clean(words, name, text + "\n")


class Sizes(LintTest):
    def test_long_file(self):
        self.assert_finds(sizes, "models/base/a.cpp", "int a;\n" * 501, "501 lines")

    def test_long_function(self):
        self.assert_finds(sizes, "models/base/a.cpp",
                          "int a()\n{\n" + "    b();\n" * 79 + "}\n", "a: 82 lines")

    def test_main_window(self):
        self.assert_finds(sizes, "ui/shell/MainWindow.cpp", "int a;\n" * 401, "400")

    def test_fine(self):
        self.assert_clean(sizes, "models/base/a.cpp", "int a()\n{\n" + "    b();\n" * 70 + "}\n")


class Leaks(LintTest):
    LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

    def test_found(self):
        seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        for text, message in [
            ("-----BEGIN EC PRIVATE " + "KEY-----", "private key"),
            (f"otpauth://totp/a:b?secret={seed}", "otpauth"),
            (f'auto seed = "{seed}";', "Base32"),
            ('password = "hunter2hunter2"', "password"),
            ("see /wo" + "rk/main/x", "machine"),
        ]:
            with self.subTest(message=message):
                self.setUp()
                self.assert_finds(leaks, "models/base/a.cpp", self.LICENCE + text + "\n", message)

    def test_licence(self):
        self.assert_finds(leaks, "models/base/a.cpp", "int a;\n", "SPDX")

    def test_fine(self):
        self.assert_clean(leaks, "models/base/a.cpp",
                          self.LICENCE + f'auto alphabet = "{leaks.ALPHABET}"; // the network, resources/work\n')


class SchemaFiles(LintTest):
    NAME = "resources/schema/api/accounts/thing.sql"

    def test_fine(self):
        self.write("resources/schema/migrations/0001_create_things.sql",
                   "-- purpose: things\ncreate table castellan_private.thing (a int);\n"
                   "comment on table castellan_private.thing is 'A thing';\n")
        self.assert_clean(schema_files, self.NAME, FUNCTION)

    def test_functions(self):
        for change, message in [
            (("thing()", "other()"), "the file of other"),
            (("comment on function", "-- comment on function"), "no comment"),
            (("revoke all", "-- revoke all"), "not revoked"),
            ((" set search_path = pg_catalog, pg_temp", ""), "search_path"),
            (("pg_catalog, pg_temp", "public"), "search_path"),
            (("security definer ", ""), "is a definer"),
            (("castellan_owner", "somebody"), "-- owner:"),
            (("select 1 $$;", "select 1 $$;\ncreate function castellan.more() returns int as '' language sql;"), "one function"),
            (("castellan.thing", "public.thing"), "neither"),
        ]:
            with self.subTest(message=message, change=change):
                self.setUp()
                self.assert_finds(schema_files, self.NAME, FUNCTION.replace(*change), message)

    def test_private_grant(self):
        text = FUNCTION.replace("castellan.", "castellan_private.")
        self.assert_finds(schema_files, self.NAME, text
                          + "grant execute on function castellan_private.thing() to castellan_admin;\n",
                          "nobody but owners")

    def test_migrations(self):
        for name, text, message in [
            ("1_things.sql", "-- purpose: x\n", "named"),
            ("0001_create_things.sql", "\n", "purpose"),
            ("0001_create_things.sql", "-- purpose: x\n-- as: me\n", "-- as:"),
            ("0001_create_things.sql", "-- purpose: x\ncreate table a.b (c int);\n", "no comment"),
        ]:
            with self.subTest(message=message):
                self.setUp()
                self.assert_finds(schema_files, "resources/schema/migrations/" + name, text, message)


class Translated(LintTest):
    SOURCE = 'class Page : public QObject {\n    Q_OBJECT\n    void a() { tr("%1 of %2 rows"); }\n};\n'
    TS = """\
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE TS>
        <TS version="2.1" language="de_DE">
        <context>
            <name>Page</name>
            <message>
                <source>%1 of %2 rows</source>
                <translation>{}</translation>
            </message>
        </context>
        </TS>
        """

    def check_with(self, translation, source=SOURCE):
        self.write("ui/shell/Page.h", source)
        return "\n".join(self.found(translated, "translations/castellan_de.ts", self.TS.format(translation)))

    def test_fine(self):
        self.assertEqual(self.check_with("%1 von %2 Zeilen"), "")

    def test_found(self):
        self.assertIn("no translation", self.check_with(""))
        self.assertIn("differ", self.check_with("%1 von Zeilen"))
        said = self.check_with("%1 von %2 Zeilen", self.SOURCE.replace("rows", "lines"))
        self.assertIn("not there yet", said)
        self.assertIn("no longer said", said)


class Formatted(LintTest):
    def test_found(self):
        self.write(".clang-format", "BasedOnStyle: WebKit\n")
        self.assert_finds(formatted, "models/base/a.cpp", "int   a ;\n", "clang-format")
        self.assert_finds(formatted, "docs/a.md", "text \n", "blanks")
        self.assert_finds(formatted, "docs/a.md", "text", "line end")

    def test_fine(self):
        self.write(".clang-format", "BasedOnStyle: WebKit\n")
        self.assert_clean(formatted, "models/base/a.cpp", "int a;\n")


class Analyse(LintTest):
    def git(self, *arguments):
        subprocess.run(["git", "-C", self.root, "-c", "user.name=a", "-c", "user.email=a@example.org",
                        *arguments], check=True, capture_output=True)

    def test_changed_files(self):
        self.git("init", "-q", "-b", "main")
        self.write("models/base/a.cpp", "int a;\n")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "a", "--date", "2020-01-01T00:00:00")
        self.assertIn("models/base/a.cpp", analyse.changed_files(self.root))
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.write("models/base/b.cpp", "int b;\n")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "b")
        self.write("models/base/c.cpp", "int c;\n")
        self.assertEqual(analyse.changed_files(self.root), {"models/base/b.cpp", "models/base/c.cpp"})

    def test_tools_find_something(self):
        build = self.root / "build"
        self.write("models/base/a.cpp", "#include <QString>\n#include <utility>\n"
                   "int a(QString b) { QString c = std::move(b); return int(b.size()); }\n"
                   "bool d(QString e) { return e.toLower().contains(e.mid(0, 1).toInt() ? e : e); }\n"
                   "int f(const QString &g) { return g.mid(1).toInt(); }\n")
        self.write(".clang-tidy", "Checks: '-*,bugprone-use-after-move'\n")
        source = self.root / "models/base/a.cpp"
        qt = "-I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtCore -fPIC"
        self.write("build/compile_commands.json", json.dumps([
            {"directory": str(build), "file": str(source), "command": f"c++ -std=c++20 {qt} -c {source}"}]))
        for tool, message in [("clang-tidy", "after it was moved"), ("clazy-standalone", "clazy-")]:
            with self.subTest(tool=tool):
                found = list(analyse.analyse(tool, self.root, build, str(source)))
                self.assertRegex("\n".join(map(str, found)), message)


if __name__ == "__main__":
    unittest.main()
