// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/lists/ListFacts.h"
#include "models/lists/ListSource.h"
#include "models/lists/WindowModel.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFlags>
#include <QHash>
#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace castellan {

class ListFollower;

/// Where loading stands. Empty is Ready without rows; old rows stay while Loading and after Failed.
enum class ListState : quint8 { Idle, Loading, Ready, Failed };

/// What keeps rows from moving under the person's hand.
enum class Hold : quint8 { Pointer = 1, Selection = 2, Dialog = 4 };
Q_DECLARE_FLAGS(Holds, Hold)
Q_DECLARE_OPERATORS_FOR_FLAGS(Holds)

/// Where the first visible row stands, for "about 412,000 of 1,003,411".
struct ListPosition {
    std::optional<qint64> row; ///< counted from 1
    bool rowExact = false;
    std::optional<qint64> total;
    bool totalExact = false;
};

/// One contiguous window of at most 2,000 rows over a list of any length; rowCount() is the window,
/// never the total. It slides by key at both ends, jumps by key, and follows what changes on the
/// server. Every change is a keyed difference between windowAboutToChange() and windowChanged(), so
/// that a view keeps its first visible row in place; the model is never reset. The latest request
/// wins. Lives in the GUI thread.
class PagedModel : public WindowModel {
    Q_OBJECT
public:
    static constexpr int kWindow = 2000; ///< rows held at most
    static constexpr int kPage = 200; ///< rows asked for at a time
    static constexpr int kMargin = 120; ///< rows kept loaded beyond the visible ones

    PagedModel(std::shared_ptr<ListSource> source, Columns columns, QObject *parent = nullptr);
    ~PagedModel() override;

    std::shared_ptr<ListSource> source() const { return m_source; }

    /// Nothing is asked for before the first setQuery() or reload().
    void setQuery(const ListQuery &query);
    const ListQuery &query() const { return m_query; }
    /// Fetches the window and the facts anew and takes ended rows away.
    void reload();
    /// Does again what failed.
    void retry();
    /// Gives up what is being waited for; what was shown stays.
    void cancel();

    ListState state() const { return m_state; }
    const Error &error() const { return m_error; } ///< while Failed, or edgeFailed()
    /// More rows could not be fetched while scrolling; the window itself is good.
    bool edgeFailed() const { return m_edgeFailed; }
    /// The rows shown answer an older question than query().
    bool isStale() const { return m_state == ListState::Loading || m_state == ListState::Failed; }
    QDateTime loadedAt() const { return m_loadedAt; } ///< when the rows shown were true, UTC
    const ListFacts &facts() const { return *m_facts; }
    ListPosition position() const;

    /// The rows a view shows; decides when to fetch ahead and what may be dropped.
    void setVisibleRange(int first, int last);
    /// 0 … 1: where the first visible row stands in the whole list; -1 when nobody knows.
    double visibleFraction() const;

    void jumpToStart();
    void jumpToEnd();
    /// The nearest landmark at or before this fraction of the list, 0 … 1. False without landmarks.
    bool jumpToFraction(double fraction);
    /// The first row at or past a typed prefix or a QDateTime. False when the sort has no such
    /// keys.
    bool jumpToKey(const QVariant &key);

    /// Fetches rows that an action changed, without waiting for the poll; they keep their place.
    void update(const QStringList &ids);

    /// Follow changes; on only while the list is visible.
    void setLive(bool live);
    void setPollInterval(std::chrono::milliseconds interval);
    /// How long a row that is gone stays, dimmed, while nothing is held; 30 s.
    void setLingering(std::chrono::milliseconds time) { m_lingering = time; }
    void setHold(Hold reason, bool on);
    Holds holds() const { return m_holds; }
    /// Rows that wait for the hold to end or for showArrivals().
    int arrivals() const { return static_cast<int>(m_arrivals.size()); }
    void showArrivals();

Q_SIGNALS:
    void queryChanged();
    void stateChanged();
    void factsChanged(); ///< count, landmarks or facets arrived
    void positionChanged();
    void arrivalsChanged();
    /// A jump arrived: this row belongs at the top of the view, or at its bottom.
    void jumped(int row, bool atBottom);

private:
    /// One way to fill the window anew: from where, and what that tells about its place.
    struct Jump {
        QJsonObject at;
        bool backward = false;
        double fraction = -1; ///< where it leads in the whole list; -1: unknown

        bool isToStart() const { return at.isEmpty() && !backward; }
    };
    struct Edge {
        LatestQuery request;
        bool busy = false;
    };
    /// A stretch of the window that is being fetched anew; where it begins is told by the row
    /// before it, since the window may slide meanwhile.
    struct Refresh {
        QString behind; ///< empty: from the window's first row on
        QJsonObject before; ///< the window's key then
        int limit = 0;
        bool asked = false; ///< the person asked: apply it though rows are held, drop ended ones
    };

    void jump(const Jump &jump);
    void jumpArrived(const Jump &jump, Result<RowPage> answer);
    void fetchEdges();
    void fetchEdge(bool backward);
    void edgeArrived(bool backward, const QJsonObject &at, Result<RowPage> answer);
    void dropRequests();
    void refresh(int first, int count, bool asked);
    void refreshVisible(bool asked);
    void refreshArrived(const Refresh &refresh, Result<RowPage> answer);
    void applyRefreshed(int first, const QList<ListRow> &rows, const Refresh &refresh);
    int beginning(const Refresh &refresh) const;
    void followed(const QStringList &ids);
    void updateRows(const QStringList &ids, const QList<ListRow> &rows);
    void endAllBut(const ListWindow &whole);
    void refreshCounts();
    void calibrate();
    void settled();
    void setState(ListState state, const Error &error = {});
    void setArrivals(const QSet<QString> &ids);
    bool hasNews() const;
    QSet<QString> lingering();

    std::shared_ptr<ListSource> m_source;
    ListFacts *m_facts;
    ListFollower *m_follower;
    ListQuery m_query;
    ListState m_state = ListState::Idle;
    Error m_error;
    QDateTime m_loadedAt;
    Jump m_lastJump;
    LatestQuery m_jumpRequest;
    LatestQuery m_refreshRequest;
    LatestQuery m_updateRequest;
    Edge m_before;
    Edge m_after;
    QSet<QString> m_arrivals;
    QHash<QString, qint64> m_endedSince; ///< milliseconds of m_uptime
    QElapsedTimer m_uptime;
    qint64 m_countedAt = 0; ///< milliseconds of m_uptime
    bool m_countDue = false; ///< something changed too soon after that
    std::chrono::milliseconds m_lingering { 30000 };
    Holds m_holds;
    double m_fraction = -1; ///< where the last jump led, until the offset is known
    Purpose m_purpose = Purpose::Person; ///< Background while a change that was found is taken in
    bool m_reloading = false; ///< the refresh under way is what state() waits for
    bool m_edgeFailed = false;
    bool m_arriving = false; ///< where a jump went is being told
    QString m_settledFirst; ///< the last refresh looked at the rows from this one
    QString m_settledLast; ///< to this one
    /// Changes wait for the hold to end, or stand outside what was fetched.
    bool m_unsettled = false;
};

} // namespace castellan
