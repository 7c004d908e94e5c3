namespace Workflows.Host.Http.Activities;

/// <summary>The outcomes of requests that stand in flowcharts, beside the statuses themselves. The names are Elsa's.</summary>
internal static class HttpOutcomes
{
    public const string Unmatched = "Unmatched status code";
    public const string NotConnected = "Failed to connect";
    public const string TimedOut = "Timeout";
}
