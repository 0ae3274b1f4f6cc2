// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Wording.h"

#include <span>

namespace castellan {

/// A word of the schema and its short English text, translated in the context of Wording.
struct WordRow {
    const char *word;
    const char *text;
};

std::span<const WordRow> wordTable(WordKind kind);
/// The texts of events that were refused; those that happened are in the table of EventKind.
std::span<const WordRow> refusedEvents();

/// Null when the word is not in the table.
const char *findWord(std::span<const WordRow> table, const QString &word);

} // namespace castellan
