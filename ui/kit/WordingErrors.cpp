// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/DisplayText.h"
#include "ui/kit/Wording.h"

namespace castellan {

namespace {

constexpr int kNameLength = 100;

QString fact(const Error &error, const char *name)
{
    return error.facts.value(QLatin1String(name)).toString();
}

bool isReason(const Error &error, const char *word)
{
    return fact(error, "reason") == QLatin1String(word);
}

/// The sentence with the fact in it, or the plain one when there is no such fact.
QString withFact(const Error &error, const char *name, const QString &sentence,
                 const QString &plain)
{
    const QString value = fact(error, name);
    return value.isEmpty() ? plain : sentence.arg(value);
}

QString nothingAnswers(const Error &error)
{
    const QString host = fact(error, "host");
    const QString port = fact(error, "port");
    if (host.isEmpty() || port.isEmpty())
        return Wording::tr("Nothing answers at that address and port.");
    return Wording::tr("Nothing answers at %1, port %2.").arg(host, port);
}

QString checkNetwork()
{
    return Wording::tr("Check host and port of the connection, and the network.");
}

QString askServer()
{
    return Wording::tr("Ask whoever runs the server.");
}

Sentence certificateDates(const Error &error)
{
    if (isReason(error, "not_yet_valid"))
        return { Wording::tr("The server's certificate is not valid yet."),
                 {},
                 Wording::tr(
                     "Check the clock of this computer; if it is right, ask whoever runs the "
                     "server.") };
    return { Wording::tr("The server's certificate has expired."),
             {},
             Wording::tr("It has to be renewed on the server. Do not go on without it.") };
}

Sentence wrongHost(const Error &error)
{
    const QString named = fact(error, "certificate_host");
    return { named.isEmpty()
                 ? Wording::tr("The server's certificate is for another name.")
                 : Wording::tr(
                       "The server's certificate is for “%1”, not for the host of this connection.")
                       .arg(DisplayText::visible(named, kNameLength)),
             {},
             Wording::tr(
                 "Use the name that is in the certificate. If you don't expect this, somebody "
                 "may be in between.") };
}

Sentence authentication(const Error &error)
{
    if (isReason(error, "not_admitted"))
        return { Wording::tr("The server does not admit this user from this address."),
                 {},
                 Wording::tr("Its list of permitted connections has to name them.") };
    return { Wording::tr("The server does not accept this user and password."),
             {},
             Wording::tr("Type the password again, and check the user of the connection.") };
}

/// Reaching the server: nothing has begun, so there is nothing to say about what was not changed.
Sentence connecting(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameNotFound:
        return { withFact(error, "host", Wording::tr("The name “%1” was not found."),
                          Wording::tr("The server's name was not found.")),
                 {},
                 checkNetwork() };
    case ErrorCode::ConnectionRefused:
        return { nothingAnswers(error),
                 {},
                 Wording::tr("Check address and port, and whether the server runs.") };
    case ErrorCode::ConnectTimedOut:
        return { Wording::tr("The server did not answer in time."), {}, checkNetwork() };
    case ErrorCode::TlsNotOffered:
        return { Wording::tr("The server does not offer an encrypted connection."),
                 {},
                 Wording::tr("TLS has to be switched on at the server.") };
    case ErrorCode::TlsUntrusted:
        return { Wording::tr("The server's certificate is not signed by a root that you trust."),
                 {},
                 Wording::tr("Choose the right root certificate for the connection.") };
    case ErrorCode::TlsCertificateExpired:
        return certificateDates(error);
    case ErrorCode::TlsWrongHost:
        return wrongHost(error);
    case ErrorCode::TlsFailed:
        return { Wording::tr("No encrypted connection could be made."), {}, askServer() };
    case ErrorCode::ClientCertificateRefused:
        return { Wording::tr("Your certificate was not accepted."),
                 {},
                 Wording::tr("Check certificate and key of the connection.") };
    case ErrorCode::ChannelBindingUnavailable:
        return { Wording::tr("The server can't prove that nobody is in between."),
                 {},
                 Wording::tr(
                     "The user's password has to be stored as SCRAM-SHA-256 on the server.") };
    case ErrorCode::PasswordUnprotected:
        return { Wording::tr("A password is not sent to another computer without encryption."),
                 {},
                 Wording::tr("Choose TLS as the encryption of the connection.") };
    case ErrorCode::AuthenticationFailed:
        return authentication(error);
    case ErrorCode::DatabaseMissing:
        return { withFact(error, "database",
                          Wording::tr("There is no database “%1” on the server."),
                          Wording::tr("There is no database of that name on the server.")),
                 {},
                 Wording::tr("Check the database of the connection.") };
    case ErrorCode::TooManyConnections:
        return { Wording::tr("The server has no connection left."),
                 {},
                 Wording::tr("Try again shortly.") };
    case ErrorCode::ServerStarting:
        return { Wording::tr("The server is starting or shutting down."),
                 {},
                 Wording::tr("Try again shortly."),
                 State::Warning };
    default:
        return {};
    }
}

Sentence connectionLost(const Error &error)
{
    if (fact(error, "outcome") == QLatin1String("unknown"))
        return { Wording::tr("The connection was lost while the server worked on this."),
                 Wording::tr("Whether it was done is not known."),
                 Wording::tr("Look at the list or the audit trail before you do it again.") };
    return { Wording::tr("The connection was lost."),
             {},
             Wording::tr("It is being made again."),
             State::Warning };
}

Sentence schema(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SchemaMissing:
        return { Wording::tr("Castellan is not installed in this database."),
                 {},
                 Wording::tr("On the database host, run “castellan schema install”.") };
    case ErrorCode::SchemaTooOld:
        return { Wording::tr("The database is older than this console."),
                 {},
                 Wording::tr("On the database host, run “castellan schema upgrade”.") };
    case ErrorCode::SchemaTooNew:
        return { Wording::tr("The database is newer than this console."),
                 Wording::tr("It is opened for reading only."), Wording::tr("Update the console."),
                 State::Warning };
    default:
        return {};
    }
}

Sentence invalidArgument(const Error &error)
{
    const QString argument = fact(error, "argument");
    return { argument.isEmpty()
                 ? Wording::tr("The server did not accept a value.")
                 : Wording::tr("The server did not accept the value of “%1”.").arg(argument),
             {},
             Wording::tr("Correct it and try again.") };
}

Sentence timeout(const Error &error)
{
    if (isReason(error, "lock"))
        return { Wording::tr("Somebody else is working on the same thing."),
                 {},
                 Wording::tr("Try again shortly."),
                 State::Warning };
    return { Wording::tr("The server took too long, and was stopped."),
             {},
             Wording::tr("Try again.") };
}

Sentence statement(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionLost:
        return connectionLost(error);
    case ErrorCode::NotConnected:
        return { Wording::tr("There is no connection to the server."),
                 {},
                 Wording::tr("Try again once there is one.") };
    case ErrorCode::NotSignedIn:
        return { Wording::tr("You are not signed in any more."),
                 {},
                 Wording::tr("Sign in again."),
                 State::Warning };
    case ErrorCode::PermissionDenied:
        return { Wording::tr("Your role may not do this."),
                 {},
                 Wording::tr("Ask somebody whose role may, or an admin for the right.") };
    case ErrorCode::WrongIsolation:
        return { Wording::tr("The server refused this kind of transaction."), {}, askServer() };
    case ErrorCode::AlreadyWritten:
        return { Wording::tr("The server refused this inside a transaction that has written."),
                 {},
                 askServer() };
    case ErrorCode::InvalidArgument:
        return invalidArgument(error);
    case ErrorCode::KeyUnavailable:
        return { Wording::tr("The server can't use the key that seals the second factors."),
                 Wording::tr("Nothing was counted or changed."),
                 Wording::tr("Whoever runs the server has to look at its key file.") };
    case ErrorCode::Conflict:
        return { Wording::tr("Somebody changed the same thing at the same moment."),
                 {},
                 Wording::tr("Look at it again, then try again."),
                 State::Warning };
    case ErrorCode::Timeout:
        return timeout(error);
    case ErrorCode::Cancelled:
        return { Wording::tr("This was cancelled."), {}, {}, State::Information };
    case ErrorCode::Internal:
        return { Wording::tr("Something went wrong that should not."),
                 {},
                 Wording::tr("Try again. If it stays, the log has the details.") };
    default:
        return {};
    }
}

Sentence serverMissing(const Error &error)
{
    const QString needed = fact(error, "needed");
    return {
        needed.isEmpty()
            ? Wording::tr("PostgreSQL was not found on this computer.")
            : Wording::tr("PostgreSQL %1 or newer was not found on this computer.").arg(needed),
        {},
        Wording::tr("Install it, or connect to a server instead.")
    };
}

Sentence unsafeFolder(const Error &error)
{
    return { Wording::tr("The folder %1 belongs to somebody else, or others may write to it.")
                 .arg(fact(error, "path")),
             {},
             Wording::tr("Choose a new folder, or one that only you can change.") };
}

Sentence thisComputer(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainUnavailable:
        return { Wording::tr("There is no keychain on this computer."),
                 Wording::tr("The password is not kept."), Wording::tr("Type it each time."),
                 State::Warning };
    case ErrorCode::KeychainLocked:
        return { Wording::tr("The keychain is locked."),
                 Wording::tr("The password was not read or kept."),
                 Wording::tr("Unlock the keychain, or type the password."), State::Warning };
    case ErrorCode::KeychainTimedOut:
        return { Wording::tr("The keychain did not answer."),
                 Wording::tr("The password was not read or kept."),
                 Wording::tr("Type the password."), State::Warning };
    case ErrorCode::NotFound:
        return { Wording::tr("It is not there."), {}, {} };
    case ErrorCode::FileUnreadable:
        return { withFact(error, "path", Wording::tr("The file %1 can't be read."),
                          Wording::tr("A file can't be read.")),
                 {},
                 Wording::tr("Check that it is there and that you may read it.") };
    case ErrorCode::FileUnwritable:
        if (isReason(error, "unsafe"))
            return unsafeFolder(error);
        return { withFact(error, "path", Wording::tr("The file %1 can't be written."),
                          Wording::tr("A file can't be written.")),
                 {},
                 Wording::tr("Check the folder, its rights and the space left.") };
    case ErrorCode::InUse:
        return { withFact(error, "path", Wording::tr("Another Castellan works in %1."),
                          Wording::tr("Another Castellan works there.")),
                 {},
                 Wording::tr("Close it first, or choose another folder.") };
    case ErrorCode::ServerMissing:
        return serverMissing(error);
    case ErrorCode::ServerFailed:
        return { Wording::tr("The workspace's own PostgreSQL did not start, or stopped."),
                 {},
                 Wording::tr("Its log says why.") };
    case ErrorCode::Malformed:
        return { Wording::tr("An answer or a file is not what it should be."),
                 {},
                 Wording::tr("Console and database may be of different versions.") };
    default:
        return {};
    }
}

} // namespace

Sentence Wording::error(const Error &error, const QString &notDone)
{
    Sentence sentence;
    for (const auto &group : { connecting, statement, schema, thisComputer }) {
        sentence = group(error);
        if (!sentence.isEmpty())
            break;
    }
    if (sentence.isEmpty())
        sentence.happened = tr("Something went wrong that should not.");
    if (sentence.unchanged.isEmpty())
        sentence.unchanged = notDone;
    return sentence;
}

} // namespace castellan
