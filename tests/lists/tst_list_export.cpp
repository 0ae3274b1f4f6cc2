// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemorySource.h"

#include "models/lists/RowExport.h"
#include "models/lists/SyntheticSource.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <optional>

using namespace castellan;

namespace {

const Columns kColumns { { .id = u"name"_qs, .kind = ColumnKind::Name } };

/// Runs it to its end.
Result<qint64> run(RowExport &job)
{
    std::optional<Result<qint64>> result;
    QObject::connect(&job, &RowExport::finished, &job,
                     [&](const Result<qint64> &answer) { result = answer; });
    job.start();
    if (!QTest::qWaitFor([&] { return result.has_value(); }))
        return Error { ErrorCode::Timeout, {}, {} };
    return *result;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class TestListExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvFields_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const QVariant &value, const char *field) {
            QTest::newRow(name) << value << QByteArray(field);
        };
        row("plain", u"Ann"_qs, "Ann");
        row("comma", u"a,b"_qs, "\"a,b\"");
        row("quote", u"a\"b"_qs, "\"a\"\"b\"");
        row("line", u"a\nb"_qs, "\"a\nb\"");
        row("formula", u"=1+1"_qs, "'=1+1");
        row("plus", u"+49 30"_qs, "'+49 30");
        row("minus", u"-x"_qs, "'-x");
        row("at", u"@SUM(A1)"_qs, "'@SUM(A1)");
        row("tab", u"\t=1"_qs, "'\t=1");
        row("blank first", u" =1"_qs, "' =1");
        row("invisible first", u"\u200B=1"_qs, "'\xE2\x80\x8B=1");
        row("full width", u"\uFF1D1"_qs, "'\xEF\xBC\x9D\x31");
        row("link", u"=HYPERLINK(\"http://x\",\"y\")"_qs,
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        row("negative number", -3, "-3");
        row("nothing", QVariant(), "");
        row("yes", true, "true");
        row("time", QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3, 4), QTimeZone(3600)),
            "2026-11-22T00:02:03.004Z");
    }

    void csvFields()
    {
        QFETCH(QVariant, value);
        QTEST(csvField(value), "field");
    }

    void writesCsv()
    {
        QTemporaryDir dir;
        auto source = std::make_shared<MemorySource>();
        source->insert(u"b"_qs, 2, u"=evil"_qs);
        source->insert(u"a"_qs, 1, u"Ann"_qs);
        const QString path = dir.filePath(u"x.csv"_qs);
        RowExport job(source, {}, kColumns, ExportFormat::Csv, path);
        const auto result = run(job);
        QVERIFY(result.hasValue());
        QCOMPARE(result.value(), 2);
        QCOMPARE(contents(path), "id,name,key\r\na,Ann,1\r\nb,'=evil,2\r\n");
        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void writesJsonOfManyPages()
    {
        QTemporaryDir dir;
        auto source = std::make_shared<SyntheticSource>(20'000);
        Filter filter;
        filter.setFacet(u"no_factor"_qs, true);
        const QString path = dir.filePath(u"x.json"_qs);
        RowExport job(source, { filter, u"name"_qs, true }, kColumns, ExportFormat::Json, path);
        QSignalSpy progressed(&job, &RowExport::progressed);
        const auto result = run(job);
        QVERIFY(result.hasValue());
        QCOMPARE(result.value(), source->countOf(filter));
        QCOMPARE(progressed.size(), 3);
        const QJsonArray rows = QJsonDocument::fromJson(contents(path)).array();
        QCOMPARE(rows.size(), source->countOf(filter));
        QCOMPARE(rows.first()[u"id"_qs].toString(), u"19995"_qs);
        QVERIFY(rows.first()[u"used"_qs].toString().endsWith(u'Z'));
    }

    void writesAnEmptyList()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"x.json"_qs);
        RowExport job(std::make_shared<MemorySource>(), {}, kColumns, ExportFormat::Json, path);
        QCOMPARE(run(job).valueOr(-1), 0);
        QCOMPARE(contents(path), "[\n]\n");
    }

    void isNoActivity()
    {
        QTemporaryDir dir;
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1);
        RowExport job(source, {}, kColumns, ExportFormat::Csv, dir.filePath(u"x.csv"_qs));
        QCOMPARE(run(job).valueOr(-1), 1);
        QCOMPARE(source->purposes, QList<Purpose> { Purpose::Background });
    }

    void leavesNothingBehindWhenItFails()
    {
        QTemporaryDir dir;
        auto source = std::make_shared<MemorySource>();
        source->failNext(ErrorCode::ConnectionLost);
        const QString path = dir.filePath(u"x.csv"_qs);
        RowExport job(source, {}, kColumns, ExportFormat::Csv, path);
        const auto result = run(job);
        QVERIFY(!result.hasValue());
        QCOMPARE(result.error().code, ErrorCode::ConnectionLost);
        QVERIFY(!QFileInfo::exists(path));
    }

    void leavesNothingBehindWhenCancelled()
    {
        QTemporaryDir dir;
        auto source = std::make_shared<SyntheticSource>(1'000'000);
        const QString path = dir.filePath(u"x.csv"_qs);
        RowExport job(source, { {}, u"name"_qs, false }, kColumns, ExportFormat::Csv, path);
        connect(&job, &RowExport::progressed, &job, [&](qint64 rows) {
            if (rows >= 3000)
                job.cancel();
        });
        const auto result = run(job);
        QVERIFY(!result.hasValue());
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void saysWhichFileItCannotWrite()
    {
        RowExport job(std::make_shared<MemorySource>(), {}, kColumns, ExportFormat::Csv,
                      u"/nowhere/x.csv"_qs);
        const auto result = run(job);
        QVERIFY(!result.hasValue());
        QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(result.error().facts.value(u"path"_qs).toString(), u"/nowhere/x.csv"_qs);
    }
};

QTEST_GUILESS_MAIN(TestListExport)
#include "tst_list_export.moc"
