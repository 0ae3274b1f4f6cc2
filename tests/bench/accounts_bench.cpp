// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of accounts on a real server: the first page and jumps through PagedModel against the
// same statement by libpq alone (and against a page that a superuser reads straight from the
// tables, without rights and states), taking turns; then scrolling through all of it.
//   castellan --demo --headless --workspace DIR --accounts 1000000 &
//   xvfb-run -a accounts_bench DIR/workspace.json [--rounds 40] [--seconds 60]
#include "tests/bench/BareConnection.h"
#include "tests/bench/ScrollMeter.h"

#include "models/accounts/AccountListSource.h"
#include "models/base/Base32.h"
#include "models/base/Clock.h"
#include "models/base/Totp.h"
#include "models/database/SchemaBundle.h"
#include "models/lists/PagedModel.h"
#include "models/operators/OperatorSession.h"
#include "ui/accounts/AccountPresenter.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace castellan;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr auto kStatement =
    "select * from castellan.account_list('{}', 'name', false, $1::jsonb, false, 200)";
constexpr auto kTables =
    "select a.*, f.last_used_at, f.locked_until from castellan_private.account a"
    "  left join castellan_private.factor f on f.account = a.id and not f.pending"
    " where (a.name_key, a.id) >= ($1, $2::uuid) order by a.name_key, a.id limit 200";

void wait(const std::function<bool()> &until, const char *what)
{
    if (!QTest::qWaitFor(until, kPatienceMs))
        qFatal("waited too long: %s", what);
}

QByteArray codeOf(const QJsonObject &person)
{
    const auto seed = Base32::decode(person.value(u"totp_secret").toString().toLatin1());
    return Totp::code(seed.value().view(), Totp::timeStep(QDateTime::currentDateTimeUtc()))
        .toLatin1();
}

double median(QList<double> times)
{
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

/// One kind of question, asked three ways.
struct Times {
    QList<double> model;
    QList<double> bare;
    QList<double> tables;

    void print(const char *name) const
    {
        QTextStream(stdout) << name << ": PagedModel " << median(model)
                            << " ms, the statement by libpq " << median(bare) << " ms, ratio "
                            << median(model) / median(bare)
                            << " (bound: 1.2); straight from the tables " << median(tables)
                            << " ms\n";
    }
};

class Bench {
public:
    Bench(const QJsonObject &workspace)
        : m_workspace(workspace)
        , m_session(SchemaBundle::newestVersionIn(), m_clock)
        , m_bare(workspace, person(1))
        , m_herald(workspace, person(2))
        , m_superuser(workspace, workspace.value(u"superuser").toObject())
    {
        m_bare.signIn(codeOf(person(1)));
        m_herald.signIn(codeOf(person(2)));
        signIn(person(0));
        m_model = std::make_unique<PagedModel>(
            std::make_shared<AccountListSource>(m_session.interactive(), m_session.background()),
            AccountPresenter::columns());
        m_page = std::make_unique<ListPage>(m_model.get(), std::make_shared<AccountPresenter>());
        m_page->setTitle(u"Bench"_qs);
        m_page->setInitialOrder(u"name"_qs, false);
        m_page->resize(1280, 800);
        m_page->show();
        m_page->opened();
        m_page->closed();
        wait([this] { return m_model->facts().count() && !m_model->facts().landmarks().isEmpty(); },
             "the first page and its facts");
    }

    void compare(int rounds)
    {
        Times first;
        Times jumps;
        auto &random = *QRandomGenerator::global();
        for (int round = 0; round < rounds; ++round) {
            const double fraction = 0.02 + 0.96 * random.generateDouble();
            ask(jumps, fraction, round % 2 == 0);
            ask(first, 0, round % 2 == 0);
        }
        first.print("first page");
        jumps.print("any jump");
    }

    void scroll(int seconds)
    {
        m_model->jumpToStart();
        settle();
        ScrollMeter meter(*m_page, 40, seconds, [](const QString &report) {
            QTextStream(stdout) << report;
            QCoreApplication::exit();
        });
        meter.start();
        QCoreApplication::exec();
    }

private:
    QJsonObject person(int index) const
    {
        return m_workspace.value(u"operators").toArray().at(index).toObject();
    }

    void signIn(const QJsonObject &person)
    {
        const QJsonObject server = m_workspace.value(u"postgres").toObject();
        ConnectionProfile profile;
        profile.host = server.value(u"host").toString();
        profile.port = quint16(server.value(u"port").toInt());
        profile.database = server.value(u"dbname").toString();
        profile.rootCertificate = server.value(u"sslrootcert").toString();
        profile.user = person.value(u"role").toString();
        m_session.connectTo(profile,
                            Secret::fromUtf8(person.value(u"password").toString().toUtf8()));
        wait([this] { return m_session.phase() == SignInPhase::AwaitingCode; }, "to connect");
        m_session.submitCode(Secret::fromUtf8(codeOf(person)));
        wait([this] { return m_session.isSignedIn(); }, "to sign in");
    }

    /// No request is under way and nothing is about to be asked: what is fetched ahead is seen by
    /// nobody.
    void settle()
    {
        wait([this] { return m_model->state() == ListState::Ready; }, "the list");
        QTimer::singleShot(80, qApp, [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
    }

    void ask(Times &times, double fraction, bool bareFirst)
    {
        const Landmark *landmark = fraction > 0 ? m_model->facts().landmarkAt(fraction) : nullptr;
        QJsonObject position = landmark ? landmark->position : QJsonObject();
        const QList<QByteArray> key {
            "" + position.value(u"name").toString().toUtf8(), // "" is no NULL
            landmark ? position.value(u"id").toString().toUtf8() : QUuid().toByteArray()
        };
        if (landmark)
            position.insert(u"inclusive"_qs, true);
        const QByteArray at =
            landmark ? QJsonDocument(position).toJson(QJsonDocument::Compact) : QByteArray();
        for (const bool bare : { bareFirst, !bareFirst }) {
            settle();
            // Fetches from the disk for both, over a connection of its own: a backend that has just
            // read these pages has them mapped and is quicker, and so is one that just ran.
            m_herald.time(kStatement, { at }, PagedModel::kPage);
            if (bare)
                times.bare += m_bare.time(kStatement, { at }, PagedModel::kPage);
            else
                times.model += jump(fraction);
        }
        settle();
        times.tables += m_superuser.time(kTables, key, PagedModel::kPage);
    }

    double jump(double fraction)
    {
        QObject::connect(
            m_model.get(), &PagedModel::jumped, qApp,
            [this] {
                m_taken = double(m_timer.nsecsElapsed()) / 1e6;
                QCoreApplication::exit();
            },
            Qt::SingleShotConnection);
        m_timer.start();
        if (fraction > 0)
            m_model->jumpToFraction(fraction);
        else
            m_model->jumpToStart();
        QCoreApplication::exec();
        return m_taken;
    }

    QElapsedTimer m_timer; ///< of the jump under way
    double m_taken = 0; ///< by the last one, in milliseconds
    SystemClock m_clock;
    QJsonObject m_workspace;
    OperatorSession m_session;
    BareConnection m_bare;
    BareConnection m_herald;
    BareConnection m_superuser;
    std::unique_ptr<PagedModel> m_model;
    std::unique_ptr<ListPage> m_page;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Theme look(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"workspace"_qs, u"The workspace.json of a demo that runs."_qs);
    parser.addOptions({ { u"rounds"_qs, u"Questions of each kind."_qs, u"n"_qs, u"40"_qs },
                        { u"seconds"_qs, u"To scroll, at least."_qs, u"n"_qs, u"60"_qs } });
    parser.process(application);
    QFile file(parser.positionalArguments().value(0));
    if (!file.open(QIODevice::ReadOnly))
        parser.showHelp(2);
    Bench bench(QJsonDocument::fromJson(file.readAll()).object());
    bench.compare(parser.value(u"rounds"_qs).toInt());
    bench.scroll(parser.value(u"seconds"_qs).toInt());
    return 0;
}
