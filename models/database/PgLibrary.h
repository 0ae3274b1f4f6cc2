// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <qglobal.h>

#include <atomic>

namespace castellan {

/// One of libpq's functions; loads libpq when it is the first to be called. With LDAP, Kerberos and
/// GnuTLS it brings more than twenty libraries along, for which a window that nobody has connected
/// from yet need not wait. Callable from any thread.
template <typename Function> class PgFunction;

/// Ends the program when there is no libpq, as the dynamic linker would.
QFunctionPointer findInLibpq(const char *name);

template <typename Result, typename... Arguments> class PgFunction<Result(Arguments...)> {
public:
    constexpr explicit PgFunction(const char *name)
        : m_name(name)
    {
    }

    Result operator()(Arguments... arguments) const
    {
        QFunctionPointer found = m_found.load(std::memory_order_acquire);
        if (!found) {
            found = findInLibpq(m_name);
            m_found.store(found, std::memory_order_release);
        }
        return reinterpret_cast<Result (*)(Arguments...)>(found)(arguments...);
    }

private:
    const char *m_name;
    mutable std::atomic<QFunctionPointer> m_found = nullptr;
};

// Within the namespace these names stand before libpq's own; what is missing here does not link.
#define CASTELLAN_LIBPQ(name) inline constinit const PgFunction<decltype(::name)> name(#name)
CASTELLAN_LIBPQ(PQbackendPID);
CASTELLAN_LIBPQ(PQcancel);
CASTELLAN_LIBPQ(PQclear);
CASTELLAN_LIBPQ(PQconnectPoll);
CASTELLAN_LIBPQ(PQconnectStartParams);
CASTELLAN_LIBPQ(PQconninfoFree);
CASTELLAN_LIBPQ(PQconninfoParse);
CASTELLAN_LIBPQ(PQconsumeInput);
CASTELLAN_LIBPQ(PQencryptPasswordConn);
CASTELLAN_LIBPQ(PQenterPipelineMode);
CASTELLAN_LIBPQ(PQerrorMessage);
CASTELLAN_LIBPQ(PQexitPipelineMode);
CASTELLAN_LIBPQ(PQfinish);
CASTELLAN_LIBPQ(PQflush);
CASTELLAN_LIBPQ(PQfname);
CASTELLAN_LIBPQ(PQfreeCancel);
CASTELLAN_LIBPQ(PQfreemem);
CASTELLAN_LIBPQ(PQftype);
CASTELLAN_LIBPQ(PQgetCancel);
CASTELLAN_LIBPQ(PQgetCopyData);
CASTELLAN_LIBPQ(PQgetResult);
CASTELLAN_LIBPQ(PQgetisnull);
CASTELLAN_LIBPQ(PQgetlength);
CASTELLAN_LIBPQ(PQgetvalue);
CASTELLAN_LIBPQ(PQhost);
CASTELLAN_LIBPQ(PQhostaddr);
CASTELLAN_LIBPQ(PQisBusy);
CASTELLAN_LIBPQ(PQlibVersion);
CASTELLAN_LIBPQ(PQnfields);
CASTELLAN_LIBPQ(PQnotifies);
CASTELLAN_LIBPQ(PQntuples);
CASTELLAN_LIBPQ(PQpipelineSync);
CASTELLAN_LIBPQ(PQputCopyEnd);
CASTELLAN_LIBPQ(PQresultErrorField);
CASTELLAN_LIBPQ(PQresultErrorMessage);
CASTELLAN_LIBPQ(PQresultStatus);
CASTELLAN_LIBPQ(PQsendQuery);
CASTELLAN_LIBPQ(PQsendQueryParams);
CASTELLAN_LIBPQ(PQserverVersion);
CASTELLAN_LIBPQ(PQsetErrorVerbosity);
CASTELLAN_LIBPQ(PQsetNoticeReceiver);
CASTELLAN_LIBPQ(PQsetSingleRowMode);
CASTELLAN_LIBPQ(PQsetnonblocking);
CASTELLAN_LIBPQ(PQsocket);
CASTELLAN_LIBPQ(PQsslAttribute);
CASTELLAN_LIBPQ(PQsslInUse);
CASTELLAN_LIBPQ(PQsslStruct);
CASTELLAN_LIBPQ(PQstatus);
#undef CASTELLAN_LIBPQ

} // namespace castellan
