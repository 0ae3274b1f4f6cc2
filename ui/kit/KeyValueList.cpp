// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/KeyValueList.h"

#include "ui/kit/PlainLabel.h"
#include "ui/kit/PlainText.h"

#include <QGridLayout>

namespace castellan {

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::kCardGap);
    m_grid->setVerticalSpacing(metric::kStep);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRow(const QString &key, const QString &label, const QString &value,
                          const QString &exact)
{
    auto *text =
        m_rows.contains(key) ? qobject_cast<PlainLabel *>(m_rows.value(key).value) : nullptr;
    if (!text) {
        text = new PlainLabel({}, TextRole::BodyStrong);
        text->setSelectable(true);
        text->setOverflow(PlainLabel::Overflow::Wrap);
        text->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        addRow(key, label, text);
    }
    m_rows[key].label->setText(label);
    text->setText(value.isEmpty() ? QStringLiteral("–") : value);
    text->setAccessibleName(value.isEmpty() ? tr("%1: none").arg(label)
                                            : tr("%1: %2").arg(label, value));
    setPlainToolTip(text, exact);
}

void KeyValueList::setRowWidget(const QString &key, const QString &label, QWidget *value)
{
    addRow(key, label, value);
}

void KeyValueList::setRowVisible(const QString &key, bool visible)
{
    const Row row = m_rows.value(key);
    if (!row.value)
        return;
    row.label->setVisible(visible);
    row.value->setVisible(visible);
}

QString KeyValueList::value(const QString &key) const
{
    const auto *text = qobject_cast<PlainLabel *>(m_rows.value(key).value);
    return text ? text->text() : QString();
}

void KeyValueList::clear()
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.label;
        delete row.value;
    }
    m_rows.clear();
}

KeyValueList::Row KeyValueList::addRow(const QString &key, const QString &label, QWidget *value)
{
    const Row old = m_rows.value(key);
    int index = m_grid->rowCount();
    if (old.label) {
        int column = 0;
        int rowSpan = 0;
        int columnSpan = 0;
        m_grid->getItemPosition(m_grid->indexOf(old.label), &index, &column, &rowSpan, &columnSpan);
        delete old.label;
        delete old.value;
    }
    auto *name = new PlainLabel(label, TextRole::Body, Tone::Muted);
    name->setOverflow(PlainLabel::Overflow::Wrap);
    name->setBuddy(value);
    const bool isText = qobject_cast<PlainLabel *>(value);
    m_grid->addWidget(name, index, 0, isText ? Qt::AlignTop : Qt::AlignVCenter);
    m_grid->addWidget(value, index, 1, isText ? Qt::Alignment() : Qt::AlignTrailing);
    value->setObjectName(key);
    const Row row { name, value };
    m_rows.insert(key, row);
    return row;
}

} // namespace castellan
