// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

class OperatorSession;
struct Settings;

/// What somebody who helps needs to know about this installation; never a secret, a person's data,
/// or the name of a server.
namespace Diagnostics {

/// Castellan, Qt, OpenSSL, PostgreSQL, in a few lines for people.
QString versions(const OperatorSession &session);
/// The same and more as "key: value" lines in English, to be pasted into a report.
QString report(const OperatorSession &session, const Settings &settings);

} // namespace Diagnostics

} // namespace castellan
