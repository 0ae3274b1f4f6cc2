// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountsPage.h"

#include "models/lists/PagedModel.h"
#include "ui/accounts/AccountPresenter.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListView.h"
#include "ui/kit/ListWithDetail.h"
#include "ui/kit/SubjectChanges.h"
#include "ui/kit/Wording.h"

#include <QFocusEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr QLatin1StringView kColumns("columns");
constexpr QLatin1StringView kPane("pane");
constexpr int kFollowAfterMs = 120;

QString syncStatement()
{
    return QStringLiteral("select castellan.account_sync('1042', 'chen.wei', 'Chen Wei',\n"
                          "                              'chen.wei@example.org', 'user', true);");
}

} // namespace

AccountsPage::AccountsPage(std::shared_ptr<ListSource> source,
                           const AccountDetailPane::Parts &parts, const Layout &layout,
                           Connectivity &connectivity, SubjectChanges &changes, QWidget *parent)
    : Page(parent)
    , m_parts(parts)
    , m_layout(layout)
    , m_model(new PagedModel(std::move(source), AccountPresenter::columns(), this))
    , m_list(new ListPage(m_model, std::make_shared<AccountPresenter>(), this))
    , m_detail(new AccountDetailPane(parts, this))
    , m_split(new ListWithDetail(m_list, m_detail, this))
{
    setObjectName(QStringLiteral("accountsPage"));
    m_list->setObjectName(QStringLiteral("accountList"));
    m_split->setObjectName(QStringLiteral("accountsSplit"));
    m_split->setBackText(tr("Accounts"));
    describe();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_split);
    restoreLayout();
    addKeys();

    connect(m_list, &ListPage::layoutChanged, this, &AccountsPage::saveLayout);
    connect(m_split, &ListWithDetail::paneWidthChanged, this, &AccountsPage::saveLayout);
    connect(&connectivity, &Connectivity::changed, this, [this](bool lost) {
        if (!lost)
            m_model->retry();
    });

    connect(&changes, &SubjectChanges::changed, this, [this](const Subject &subject) {
        if (subject.kind == QLatin1String("account"))
            m_model->update({ subject.id });
        if (subject.isSameAs(m_detail->subject()))
            m_detail->refresh();
    });

    connect(m_list, &ListPage::activated, this, &AccountsPage::openDetail);
    m_followCurrent.setSingleShot(true);
    m_followCurrent.setInterval(kFollowAfterMs);
    connect(m_list, &ListPage::currentChanged, &m_followCurrent, qOverload<>(&QTimer::start));
    connect(&m_followCurrent, &QTimer::timeout, this, &AccountsPage::showCurrent);
    connect(m_list, &ListPage::picked, this, [this](const QString &id) {
        if (!m_split->covers())
            openDetail(id);
    });
    connect(m_model, &PagedModel::factsChanged, this, &AccountsPage::followFacts);
    connect(m_model, &PagedModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                followRow(first.row(), last.row());
            });
}

void AccountsPage::describe()
{
    m_list->setTitle(tr("Accounts"));
    m_list->setFilterHint(tr("Filter by login, name, e-mail or external id"));
    QList<Facet> facets;
    for (const char16_t *word : { u"no_factor", u"locked", u"privileged", u"pending" }) {
        const QString id = QString::fromUtf16(word);
        facets += Facet { id, Wording::word(WordKind::Facet, id) };
    }
    m_list->setFacets(facets);
    m_list->setEmptyNotice(
        { QStringLiteral("system-users"), tr("No accounts yet"),
          tr("Accounts come from your application: it calls account_sync whenever a person is made "
             "or changed. Until it does, this shows how one is made by hand."),
          syncStatement() });
    m_list->setNoRightsText(tr("Helpdesk, security admins and auditors may read accounts."));
    m_list->setExportName(QStringLiteral("accounts"));
    m_list->setInitialOrder(QStringLiteral("name"), false);
    m_list->setMenuFiller([this](QMenu *menu, const QStringList &ids) { fillMenu(menu, ids); });
}

/// The shortcuts that menus and the palette tell. Where an action can't be done, the detail says
/// why.
void AccountsPage::addKeys()
{
    const QList<ActionSpec> actions = m_parts.actions.forKind(QStringLiteral("account"));
    for (const ActionSpec &action : actions) {
        if (action.shortcut.isEmpty())
            continue;
        auto *key = new QShortcut(action.shortcut, this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, id = action.id] {
            const Subject subject = currentSubject();
            if (subject.isValid() && !m_parts.actions.run(id, subject, window()))
                openDetail(subject.id);
        });
    }
}

void AccountsPage::restoreLayout()
{
    const QJsonObject kept = QJsonDocument::fromJson(m_layout.read()).object();
    m_list->restoreLayout(kept.value(kColumns).toObject());
    if (const int width = kept.value(kPane).toInt(); width > 0)
        m_split->setPaneWidth(width);
}

void AccountsPage::saveLayout()
{
    const QJsonObject now { { kColumns, m_list->saveLayout() }, { kPane, m_split->paneWidth() } };
    m_layout.write(QJsonDocument(now).toJson(QJsonDocument::Compact));
}

void AccountsPage::opened()
{
    m_list->opened();
    m_detail->refresh();
}

void AccountsPage::closed()
{
    m_list->closed();
}

void AccountsPage::showSubject(const Subject &subject)
{
    m_list->showRow(subject.id);
    m_followCurrent.stop();
    m_detail->show(subject);
    m_split->openDetail();
}

void AccountsPage::applyFilter(const Filter &filter)
{
    m_list->applyFilter(filter);
}

void AccountsPage::reload()
{
    m_list->reload();
    m_detail->refresh();
}

bool AccountsPage::focusFilter()
{
    m_list->focusFilter();
    return true;
}

bool AccountsPage::closeInnermost()
{
    if (m_list->closeInnermost())
        return true;
    if (!m_split->isDetailOpen())
        return false;
    m_split->closeDetail();
    m_list->setFocus();
    return true;
}

Subject AccountsPage::currentSubject() const
{
    if (m_split->isDetailOpen() && !m_followCurrent.isActive())
        return m_detail->subject();
    // What a closed detail showed last is not what anybody is looking at.
    const ListRow *row = m_model->rowById(m_list->view()->currentId());
    return row ? accountSubject(*row) : Subject {};
}

void AccountsPage::focusInEvent(QFocusEvent *event)
{
    m_list->setFocus(event->reason());
}

void AccountsPage::showCurrent()
{
    const ListRow *row = m_model->rowById(m_list->view()->currentId());
    if (row && m_split->isDetailOpen())
        m_detail->show(accountSubject(*row));
}

void AccountsPage::openDetail(const QString &id)
{
    if (const ListRow *row = m_model->rowById(id)) {
        m_followCurrent.stop();
        m_detail->show(accountSubject(*row));
        m_split->openDetail();
    }
}

void AccountsPage::fillMenu(QMenu *menu, const QStringList &ids)
{
    const ListRow *row = ids.size() == 1 ? m_model->rowById(ids.constFirst()) : nullptr;
    if (row)
        m_parts.actions.fillMenu(menu, accountSubject(*row), window());
}

void AccountsPage::followFacts()
{
    const ListFacts &facts = m_model->facts();
    if (!facts.count())
        return;
    const QString total = QLocale().toString(facts.count()->count);
    QString fact = facts.count()->exact ? total : tr("about %1").arg(total);
    for (const FacetCount &facet : facts.facets())
        if (facet.facet == QLatin1String("no_factor"))
            fact = tr("%1 · %2 without a second factor").arg(fact, QLocale().toString(facet.count));
    m_list->setFact(fact);
}

void AccountsPage::followRow(int first, int last)
{
    const int row = m_model->rowOf(m_detail->subject().id);
    if (row >= first && row <= last)
        m_detail->refresh();
}

} // namespace castellan
