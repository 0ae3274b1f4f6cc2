// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/SchemaCommand.h"

#include "app/console/commands/Console.h"
#include "app/console/commands/SchemaWording.h"
#include "models/base/Base32.h"
#include "models/base/Deliver.h"
#include "models/base/OtpAuthUri.h"
#include "models/base/PasswordRule.h"
#include "models/base/QrCode.h"
#include "models/database/PgEnvironment.h"
#include "models/database/ScramVerifier.h"

namespace castellan {

namespace {

using Action = SchemaOptions::Action;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWorkToDo = 3;

SqlSession::Options sessionOptions()
{
    SqlSession::Options options;
    options.applicationName = QStringLiteral("castellan schema");
    options.passwordFile = PgEnvironment::passwordFile();
    options.statementTimeoutMs = 0; // an index over many rows takes its time
    options.reconnect = false;
    return options;
}

bool wantsPassword(const Error &error)
{
    return error.code == ErrorCode::AuthenticationFailed
        && error.facts.value(QStringLiteral("reason")) == QLatin1StringView("no_password");
}

/// Groups of four, as people read keys aloud.
Secret grouped(const Secret &key)
{
    QByteArray text;
    text.reserve(key.size() * 5 / 4 + 1);
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += ' ';
        text += key.view()[i];
    }
    return Secret::fromUtf8(std::move(text));
}

} // namespace

SchemaCommand::SchemaCommand(SchemaOptions options, Console &console, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_console(console)
    , m_session(std::make_unique<SqlSession>(sessionOptions()))
{
}

SchemaCommand::~SchemaCommand() = default;

void SchemaCommand::start()
{
    if (m_options.profile.isWeakened())
        m_console.complain(tr("Warning: the server's certificate is not fully checked. Whoever "
                              "stands in the network between could pose as the server."));
    connectToServer({}, true);
}

void SchemaCommand::connectToServer(Secret password, bool mayAsk)
{
    deliver(m_session->open(m_options.profile, std::move(password)), this,
            [this, mayAsk](const Result<ServerInfo> &answer) { onConnected(answer, mayAsk); });
}

void SchemaCommand::onConnected(const Result<ServerInfo> &answer, bool mayAsk)
{
    if (answer.hasValue()) {
        dispatch();
    } else if (mayAsk && wantsPassword(answer.error())) {
        auto password = m_console.askSecret(tr("Password of %1:").arg(m_options.profile.user));
        if (password)
            connectToServer(std::move(password).value(), false);
        else
            fail(password.error());
    } else {
        fail(answer.error());
    }
}

void SchemaCommand::dispatch()
{
    switch (m_options.action) {
    case Action::Help:
        break; // answered without a connection
    case Action::Install:
        if (m_options.admin.isEmpty())
            runInstaller();
        else
            prepareOperator();
        break;
    case Action::Upgrade:
    case Action::Status:
        runInstaller();
        break;
    case Action::OperatorAdd:
        prepareOperator();
        break;
    case Action::OperatorReset:
        changeOperator(SqlStatement("select outcome, uri from castellan_private.operator_reset($1)")
                           .bind(m_options.role)
                           .disclosing(),
                       m_options.role);
        break;
    case Action::OperatorUnlock:
        changeOperator(SqlStatement("select castellan_private.operator_unlock($1) as outcome,"
                                    " null::text as uri")
                           .bind(m_options.role),
                       m_options.role);
        break;
    }
}

void SchemaCommand::runInstaller()
{
    const auto bundle = SchemaBundle::load();
    if (!bundle.hasValue()) {
        fail(bundle.error());
        return;
    }
    m_installer = std::make_unique<SchemaInstaller>(*m_session, bundle.value());
    if (m_options.action == Action::Status) {
        deliver(m_installer->status(), this,
                [this](const Result<SchemaStatus> &answer) { showStatus(answer); });
        return;
    }
    connect(m_installer.get(), &SchemaInstaller::progress, this,
            [this](int done, int total, const QString &what) {
                m_console.showProgress(tr("%1 of %2: %3").arg(done + 1).arg(total).arg(what));
            });
    const auto mode = m_options.action == Action::Upgrade ? SchemaInstaller::Mode::Upgrade
                                                          : SchemaInstaller::Mode::Install;
    deliver(m_installer->apply(mode, m_options.keyDirectory), this,
            [this](const Result<SchemaStatus> &answer) { onInstalled(answer); });
}

void SchemaCommand::onInstalled(const Result<SchemaStatus> &answer)
{
    if (!answer.hasValue()) {
        fail(answer.error());
        return;
    }
    m_console.print(SchemaWording::status(answer.value()));
    if (m_options.admin.isEmpty()) {
        Q_EMIT finished(kDone);
        return;
    }
    m_done = tr("The schema is installed all the same. Make the first admin with “castellan schema "
                "operator add”.");
    addOperator();
}

void SchemaCommand::showStatus(const Result<SchemaStatus> &answer)
{
    if (!answer.hasValue()) {
        fail(answer.error());
        return;
    }
    const SchemaStatus &status = answer.value();
    m_console.print(SchemaWording::status(status));
    const bool done = status.superuser ? status.isCurrent() : status.version == status.knownVersion;
    Q_EMIT finished(done ? kDone : kWorkToDo);
}

QString SchemaCommand::newOperator() const
{
    return m_options.action == Action::Install ? m_options.admin : m_options.role;
}

/// Whatever may be typed wrong is asked and looked at before anything is changed.
void SchemaCommand::prepareOperator()
{
    const auto known =
        SqlStatement("select to_regnamespace('castellan_private') is not null as installed,"
                     " r.oid is not null as exists, coalesce(r.rolcanlogin, true) as login,"
                     " coalesce(r.rolsuper or r.rolcreaterole or r.rolcreatedb"
                     " or r.rolreplication or r.rolbypassrls, false) as privileged"
                     " from (values ($1)) w(name) left join pg_roles r on r.rolname = w.name")
            .bind(newOperator());
    deliver(m_session->rows(known), this, [this](const Result<SqlRows> &answer) {
        if (!answer.hasValue()) {
            fail(answer.error());
            return;
        }
        const SqlRow &row = answer.value().constFirst();
        m_roleExists = row.boolean("exists");
        if (m_options.action != Action::Install && !row.boolean("installed"))
            fail({ ErrorCode::SchemaMissing, {}, {} });
        else if (row.boolean("privileged"))
            refuse(SchemaWording::outcome(QStringLiteral("role_privileged"), newOperator()));
        else if (!row.boolean("login"))
            refuse(SchemaWording::outcome(QStringLiteral("role_without_login"), newOperator()));
        else if (m_options.account.isNull())
            proceed();
        else
            prepareAccount();
    });
}

void SchemaCommand::prepareAccount()
{
    const auto known = SqlStatement("select exists (select from castellan_private.account"
                                    " where external_id = $1) as ok")
                           .bind(m_options.account);
    deliver(m_session->rows(known), this, [this](const Result<SqlRows> &answer) {
        if (!answer.hasValue())
            fail(answer.error());
        else if (!answer.value().constFirst().boolean("ok"))
            refuse(SchemaWording::outcome(QStringLiteral("account_not_found"), newOperator()));
        else
            proceed();
    });
}

void SchemaCommand::proceed()
{
    if (!askPassword())
        return;
    if (m_options.action == Action::Install)
        runInstaller();
    else
        addOperator();
}

/// False when it can't go on.
bool SchemaCommand::askPassword()
{
    const QString role = newOperator();
    const auto first = m_console.askSecret(
        m_roleExists
            ? tr("New password of %1 (nothing: leave it as it is):").arg(role)
            : tr("Password of %1 (nothing: none, to sign in by a certificate):").arg(role));
    if (!first) {
        fail(first.error());
        return false;
    }
    if (first.value().isEmpty())
        return true;
    if (const auto checked = PasswordRule::check(first.value()); !checked.hasValue()) {
        fail(checked.error());
        return false;
    }
    const auto second = m_console.askSecret(tr("Once more:"));
    if (!second || !(first.value() == second.value())) {
        refuse(tr("The two passwords are not the same. (From standard input, the new password is "
                  "read twice, one a line.)"));
        return false;
    }
    auto verifier = ScramVerifier::make(first.value());
    if (!verifier.hasValue()) {
        fail(verifier.error());
        return false;
    }
    m_verifier = std::move(verifier).value();
    return true;
}

void SchemaCommand::addOperator()
{
    const bool isFirst = m_options.action == Action::Install;
    changeOperator(
        SqlStatement("select outcome, uri from castellan_private.operator_add($1, $2, $3, $4)")
            .bind(newOperator())
            .bind(isFirst ? QStringLiteral("admin") : m_options.kind)
            .bind(m_verifier ? SqlValue(std::move(*m_verifier)) : SqlValue::null(SqlType::Text))
            .bind(m_options.account) // null unless given
            .disclosing(),
        newOperator());
}

void SchemaCommand::changeOperator(const SqlStatement &statement, const QString &role)
{
    deliver(m_session->rows(statement), this,
            [this, role](const Result<SqlRows> &answer) { onOperator(answer, role); });
}

void SchemaCommand::onOperator(const Result<SqlRows> &answer, const QString &role)
{
    if (!answer.hasValue()) {
        fail(answer.error());
        return;
    }
    const SqlRow &row = answer.value().constFirst();
    const QString outcome = row.text("outcome");
    const bool done = outcome == QLatin1StringView("ok") || outcome == QLatin1StringView("updated");
    if (!done) {
        refuse(SchemaWording::outcome(outcome, role));
        return;
    }
    if (const auto told = tell(row, role); !told.hasValue()) {
        m_done = tr("%1 has a new second factor, and nobody has seen its key. Get another with "
                    "“castellan schema operator reset”.")
                     .arg(role);
        fail(told.error());
        return;
    }
    if (m_verifier)
        endConnections(role);
    else
        Q_EMIT finished(kDone);
}

/// Once more, now that the new password stands: until then the old one opened further ones.
void SchemaCommand::endConnections(const QString &role)
{
    const auto end =
        SqlStatement("select castellan_private.role_backends_end($1, idle_too => true)").bind(role);
    deliver(m_session->rows(end), this, [this, role](const Result<SqlRows> &answer) {
        if (answer.hasValue()) {
            Q_EMIT finished(kDone);
            return;
        }
        m_done = tr("The password of %1 is the new one; connections that were opened with the old "
                    "one may be left.")
                     .arg(role);
        fail(answer.error());
    });
}

Result<void> SchemaCommand::tell(const SqlRow &row, const QString &role)
{
    const QString outcome = row.text("outcome");
    if (outcome != QLatin1StringView("ok"))
        m_console.print(SchemaWording::outcome(outcome, role));
    else if (row.isNull("uri"))
        m_console.print(tr("The second factor of %1 is unlocked.").arg(role));
    else
        return showKey(row.secret("uri"), role);
    return {};
}

Result<void> SchemaCommand::showKey(const Secret &uri, const QString &role)
{
    const auto code = QrCode::encode(uri.view());
    if (!code.hasValue())
        return code.error();
    const auto parsed = OtpAuthUri::parse(uri);
    if (!parsed.hasValue())
        return parsed.error();
    m_console.print(
        tr("The second factor of %1. Scan it with an authenticator app now: it is shown "
           "this once.")
            .arg(role));
    m_console.draw(code.value());
    m_console.print(tr("Or type this key:"));
    m_console.print(grouped(parsed.value().secretBase32));
    return {};
}

void SchemaCommand::refuse(const QString &why)
{
    m_console.complain(why);
    m_console.complain(m_done.isEmpty() ? SchemaWording::nothingChanged() : m_done);
    Q_EMIT finished(kFailed);
}

void SchemaCommand::fail(const Error &error)
{
    m_console.complain(SchemaWording::failure(error, m_done));
    Q_EMIT finished(kFailed);
}

} // namespace castellan
