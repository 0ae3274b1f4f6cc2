// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/HiddenEntry.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStringDecoder>

#include <algorithm>

namespace castellan {

namespace {

/// More than any secret is long: what is pasted beyond it is not even looked at.
constexpr qsizetype kLookedAt = 4096;

/// From Unicode's private use area, so that nobody types it.
constexpr QChar kHidden(0xE0CA);

} // namespace

HiddenEntry::HiddenEntry(QChar placeholder, int capacity, QWidget *parent)
    : QLineEdit(parent)
    , m_placeholder(placeholder)
    , m_capacity(size_t(capacity))
{
    m_content.reserve(m_capacity);
    setAcceptDrops(false);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_own)
            absorb(text);
    });
}

HiddenEntry::~HiddenEntry()
{
    erase(0, m_content.size());
}

Secret HiddenEntry::secret() const
{
    return Secret::fromUtf16(QStringView(m_content.data(), qsizetype(m_content.size())));
}

void HiddenEntry::fill(const Secret &secret)
{
    QString text = QString::fromUtf8(secret.view());
    replace(0, m_content.size(), text);
    castellan::wipe(text);
}

void HiddenEntry::wipe()
{
    replace(0, m_content.size(), {});
}

// Qt's text was changed by the person, an input method or an accessibility tool. What was inserted
// ends at the cursor and is what is not a placeholder; the rest stands for what is kept.
void HiddenEntry::absorb(const QString &text)
{
    const qsizetype cursor = cursorPosition();
    qsizetype first = cursor;
    while (first > 0 && text[first - 1] != m_placeholder)
        --first;
    const auto before = size_t(first);
    const auto after = size_t(text.size() - cursor);
    if (before + after > m_content.size()) { // not to be understood: show again what is kept
        showPlaceholders(length());
        return;
    }
    replace(before, m_content.size() - before - after, text.sliced(first, cursor - first));
}

void HiddenEntry::replace(size_t position, size_t removed, const QString &inserted)
{
    const int room = int(m_capacity - (m_content.size() - removed));
    QString taken = inserted.isEmpty() ? QString() : accepted(inserted, room);
    if (!inserted.isEmpty() && taken.isEmpty()) {
        showPlaceholders(int(position)); // refused: nothing is taken away either
        return;
    }
    taken.truncate(room);
    erase(position, removed);
    m_content.insert(m_content.begin() + ptrdiff_t(position), taken.cbegin(), taken.cend());
    const int cursor = int(position) + int(taken.size());
    castellan::wipe(taken);
    showPlaceholders(cursor);
    contentChanged();
    Q_EMIT edited();
}

void HiddenEntry::erase(size_t position, size_t count)
{
    const auto begin = m_content.begin() + ptrdiff_t(position);
    const auto end = std::move(begin + ptrdiff_t(count), m_content.end(), begin);
    castellan::wipe(m_content.data() + (end - m_content.begin()), count * sizeof(QChar));
    m_content.resize(m_content.size() - count);
}

void HiddenEntry::showPlaceholders(int cursor)
{
    m_own = true;
    setText(QString(length(), m_placeholder)); // this empties the undo list, too
    setCursorPosition(std::min(cursor, length()));
    m_own = false;
}

void HiddenEntry::paste(bool selection)
{
    if (isReadOnly())
        return;
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *mime =
        clipboard->mimeData(selection ? QClipboard::Selection : QClipboard::Clipboard);
    if (!mime || !mime->hasText())
        return;
    QString text = mime->text();
    QString head = text.first(std::min(text.size(), kLookedAt));
    castellan::wipe(text);
    const int from = hasSelectedText() ? selectionStart() : cursorPosition();
    replace(size_t(from), size_t(selectedText().size()), head);
    castellan::wipe(head);
}

void HiddenEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste(false);
    } else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)
               || event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->accept();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void HiddenEntry::mouseReleaseEvent(QMouseEvent *event)
{
    const bool pastes =
        event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection();
    if (pastes)
        paste(true);
    else
        QLineEdit::mouseReleaseEvent(event);
}

void HiddenEntry::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Paste"), this, [this] { paste(false); })->setEnabled(!isReadOnly());
    menu->addAction(tr("&Clear"), this, [this] { wipe(); })
        ->setEnabled(!isReadOnly() && !isEmpty());
    menu->popup(event->globalPos());
}

SecretField::SecretField(const QString &name, QWidget *parent)
    : HiddenEntry(kHidden, kCapacity, parent)
{
    setEchoMode(QLineEdit::Password);
    setAccessibleName(name);
}

Secret SecretField::take()
{
    Secret taken = secret();
    wipe();
    return taken;
}

QString SecretField::accepted(const QString &inserted, int room)
{
    // A line break at the end comes with many a copied password; inside one it can't be meant.
    QString text = inserted;
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text.first(std::min(qsizetype(room), text.size()));
}

} // namespace castellan
