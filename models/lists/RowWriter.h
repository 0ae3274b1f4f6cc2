// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListRow.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace castellan {

enum class ExportFormat : quint8 { Csv, Json };

/// Rows as the bytes of a file, a few at a time. UTF-8; times in UTC, ISO 8601 with milliseconds.
class RowWriter {
public:
    static std::unique_ptr<RowWriter> create(ExportFormat format, const QStringList &fields);

    RowWriter() = default;
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;
    virtual ~RowWriter();

    virtual QByteArray begin() = 0;
    virtual QByteArray rows(const QList<ListRow> &rows) = 0;
    virtual QByteArray end() = 0;
};

/// Whether a spreadsheet would evaluate the text (OWASP, CSV injection): full-width forms too, and
/// whatever blanks and controls stand before it, which some of them skip.
bool looksLikeFormula(const QString &text);

/// One field of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe
/// before it; numbers and times are written as they are.
QByteArray csvField(const QVariant &value);

} // namespace castellan
