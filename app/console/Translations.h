// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace castellan {

/// The language of the console: its own strings and Qt's. English, too, has a file, for plurals.
class Translations {
public:
    ~Translations();

    /// "en", "de", "pseudo"; empty: the system's, else English.
    void use(const QString &language);

private:
    void install(const QString &name);

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace castellan
