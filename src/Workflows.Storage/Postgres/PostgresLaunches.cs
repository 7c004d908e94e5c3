using Npgsql;
using Workflows.Marketing.Launches;
using Workflows.Storage.Launches;

namespace Workflows.Storage.Postgres;

/// <summary>Reviews of launches on PostgreSQL.</summary>
internal static class PostgresLaunches
{
    private const string Insert = """
        INSERT INTO launch_reviews (tenant, journey, first_day, version, at, report)
        SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::text[])
        ON CONFLICT DO NOTHING
        """;

    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<(int Tenant, LaunchReview Review)> reviews)
    {
        if (reviews.Count > 0)
        {
            batch.Add(
                Insert,
                reviews.Select(row => row.Tenant).ToArray(),
                reviews.Select(row => row.Review.Journey).ToArray(),
                reviews.Select(row => LaunchReviews.DayOf(row.Review)).ToArray(),
                reviews.Select(row => row.Review.Version).ToArray(),
                reviews.Select(row => row.Review.At.UtcTicks).ToArray(),
                reviews.Select(row => LaunchReviews.ReportOf(row.Review)).ToArray()
            );
        }
    }
}
