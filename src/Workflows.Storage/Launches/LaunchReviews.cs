using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Launches;

namespace Workflows.Storage.Launches;

/// <summary>Reviews as rows.</summary>
internal static class LaunchReviews
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string DayOf(LaunchReview review) =>
        review.FirstDay.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string ReportOf(LaunchReview review) => JsonSerializer.Serialize(review.Report, Options);

    public static LaunchReview Read(LaunchReviewRow row) =>
        new(
            row.Journey,
            row.Version,
            DateOnly.ParseExact(row.FirstDay, DayFormat, CultureInfo.InvariantCulture),
            row.At,
            JsonSerializer.Deserialize<LaunchReport>(row.Report, Options)!
        );
}
