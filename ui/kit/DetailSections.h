// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QList>

#include <functional>

class QWidget;

namespace castellan {

/// A part of a detail pane, contributed by the feature that owns it (the audit list inside an
/// account, the factors of an operator).
struct DetailSection {
    QString id; ///< "audit.recent"
    QString title; ///< empty: the section has no heading
    int order = 100;
    QString neededRight = {}; ///< a function of the schema; empty: everybody
    std::function<QWidget *(const Subject &, QWidget *parent)> create;
};

/// Detail sections by the kind of subject. GUI thread.
class DetailSections {
public:
    /// False when the id is there already for this kind.
    bool add(const QString &subjectKind, DetailSection section);
    /// In their order.
    QList<DetailSection> forKind(const QString &subjectKind) const;

private:
    QList<std::pair<QString, DetailSection>> m_sections;
};

} // namespace castellan
