// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/lists/RowWriter.h"

#include <QVariant>

using namespace castellan;

namespace {

/// RFC 4180: the field without its quotes.
QByteArray unquoted(QByteArray field)
{
    if (!field.startsWith('"'))
        return field;
    FUZZ_HOLDS(field.size() >= 2 && field.endsWith('"'));
    field = field.sliced(1, field.size() - 2);
    FUZZ_HOLDS(!QByteArray(field).replace("\"\"", "").contains('"'));
    return field.replace("\"\"", "\"");
}

} // namespace

/// A field stays one field, says what it said, and is no formula.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(inputOf(data, size));
    const QByteArray field = csvField(text);
    const bool quoted = field.startsWith('"');
    FUZZ_HOLDS(quoted || (!field.contains(',') && !field.contains('\n') && !field.contains('\r')));
    const QString read = QString::fromUtf8(unquoted(field));
    FUZZ_HOLDS(read == text || read == u'\'' + text);
    FUZZ_HOLDS(!looksLikeFormula(read));
    return 0;
}
