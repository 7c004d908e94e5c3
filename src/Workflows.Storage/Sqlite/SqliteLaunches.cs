using Workflows.Marketing.Launches;
using Workflows.Storage.Launches;

namespace Workflows.Storage.Sqlite;

/// <summary>Reviews of launches in SQLite.</summary>
internal static class SqliteLaunches
{
    private const string Insert = """
        INSERT INTO launch_reviews (tenant, journey, first_day, version, at, report)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO NOTHING
        """;

    public static void Write(SqliteSession session, int tenant, LaunchReview review) =>
        session
            .Prepare(Insert)
            .Bind(1, tenant)
            .Bind(2, review.Journey)
            .Bind(3, LaunchReviews.DayOf(review))
            .Bind(4, review.Version)
            .Bind(5, review.At)
            .Bind(6, LaunchReviews.ReportOf(review))
            .Run();
}
