// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/KeyValueList.h"

#include "ui/kit/PlainLabel.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace castellan {

namespace {

int naturalWidth(const QWidget *value)
{
    const auto *text = qobject_cast<const PlainLabel *>(value);
    return text ? text->naturalWidth() : value->sizeHint().width();
}

int heightAt(const QWidget *widget, int width)
{
    return widget->hasHeightForWidth() ? widget->heightForWidth(width)
                                       : widget->sizeHint().height();
}

} // namespace

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeyValueList::setRow(const QString &key, const QString &label, const QString &value,
                          const QString &exact)
{
    if (!find(key) || !qobject_cast<PlainLabel *>(find(key)->value)) {
        auto *made = new PlainLabel({}, TextRole::BodyStrong);
        made->setSelectable(true);
        made->setOverflow(PlainLabel::Overflow::Wrap);
        made->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        putRow(key, label, made);
    }
    const Row *row = find(key);
    auto *text = qobject_cast<PlainLabel *>(row->value);
    row->label->setText(label);
    text->setText(value.isEmpty() ? QStringLiteral("–") : value);
    text->setAccessibleName(value.isEmpty() ? tr("%1: none").arg(label)
                                            : tr("%1: %2").arg(label, value));
    setPlainToolTip(text, exact);
    arrange();
}

void KeyValueList::setRowWidget(const QString &key, const QString &label, QWidget *value)
{
    putRow(key, label, value);
    arrange();
}

void KeyValueList::setRowVisible(const QString &key, bool visible)
{
    const Row *row = find(key);
    if (!row)
        return;
    row->label->setVisible(visible);
    row->value->setVisible(visible);
    arrange();
}

QString KeyValueList::value(const QString &key) const
{
    const auto *text = findChild<PlainLabel *>(key, Qt::FindDirectChildrenOnly);
    return text ? text->text() : QString();
}

void KeyValueList::clear()
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.label;
        delete row.value;
    }
    m_rows.clear();
    arrange();
}

KeyValueList::Row *KeyValueList::find(const QString &key)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&](const Row &known) { return known.key == key; });
    return row == m_rows.end() ? nullptr : &*row;
}

/// At the place of the one that had this key.
void KeyValueList::putRow(const QString &key, const QString &label, QWidget *value)
{
    Row *row = find(key);
    if (row) {
        delete row->label;
        delete row->value;
    } else {
        m_rows.append({ key });
        row = &m_rows.last();
    }
    row->label = new PlainLabel(label, TextRole::Body, Tone::Muted, this);
    row->label->setOverflow(PlainLabel::Overflow::Wrap);
    row->label->setAlignment(
        Qt::AlignLeading | (qobject_cast<PlainLabel *>(value) ? Qt::AlignTop : Qt::AlignVCenter));
    row->label->setBuddy(value);
    row->label->show();
    row->value = value;
    value->setParent(this);
    value->setObjectName(key);
    value->show();
}

KeyValueList::Cells KeyValueList::cells(const Row &row, int top, int width)
{
    const int wide = naturalWidth(row.value);
    const bool isText = qobject_cast<PlainLabel *>(row.value);
    const int name = row.label->naturalWidth();
    if (const int room = width - name - metric::kCardGap; wide <= room) {
        const int valueWidth = isText ? room : wide;
        const int height = std::max(heightAt(row.label, name), heightAt(row.value, valueWidth));
        return { QRect(0, top, name, height), QRect(width - valueWidth, top, valueWidth, height),
                 top + height };
    }
    const int valueWidth = isText ? width : std::min(wide, width);
    const QRect label(0, top, width, heightAt(row.label, width));
    const QRect value(width - valueWidth, label.bottom() + 1, valueWidth,
                      heightAt(row.value, valueWidth));
    return { label, value, value.bottom() + 1 };
}

void KeyValueList::arrange()
{
    int top = 0;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.label->isHidden())
            continue;
        const Cells place = cells(row, top, width());
        row.label->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place.label));
        row.value->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place.value));
        top = place.bottom + metric::kStep;
    }
    updateGeometry();
}

QSize KeyValueList::sizeHint() const
{
    int wide = 0;
    for (const Row &row : m_rows)
        if (!row.label->isHidden())
            wide = std::max(wide,
                            row.label->naturalWidth() + metric::kCardGap + naturalWidth(row.value));
    return { wide, heightForWidth(wide) };
}

QSize KeyValueList::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

int KeyValueList::heightForWidth(int width) const
{
    int bottom = 0;
    for (const Row &row : m_rows)
        if (!row.label->isHidden())
            bottom = cells(row, bottom > 0 ? bottom + metric::kStep : 0, width).bottom;
    return bottom;
}

void KeyValueList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool KeyValueList::event(QEvent *event)
{
    if (isRestyle(event) || event->type() == QEvent::LayoutRequest
        || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    return QWidget::event(event);
}

} // namespace castellan
