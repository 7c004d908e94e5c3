using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Log;

/// <summary><c>/_emu/log</c>: what arrived, to be asked by recipient, carrier, reference and number.</summary>
internal static class LogControls
{
    public static void MapLog(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet(
            "/log",
            (string? to, string? carrier, string? reference, long after = 0, int limit = int.MaxValue) =>
                company.See<IReadOnlyList<LoggedMessage>>(() =>
                    [
                        .. (to is null ? company.Log.All : company.Log.Of(to))
                            .Where(message => message.Number > after && Fits(message, carrier, reference))
                            .Take(limit),
                    ]
                )
        );
        controls.MapGet("/log/duplicates", () => company.See(company.Log.Duplicates));
        controls.MapGet("/log/words", () => company.See<IReadOnlyList<CustomerWord>>(() => [.. company.Log.Words]));
        controls.MapGet("/calls", () => company.See(() => company.Calls.All));
    }

    private static bool Fits(LoggedMessage message, string? carrier, string? reference) =>
        (carrier is null || string.Equals(message.Carrier, carrier, StringComparison.Ordinal))
        && (reference is null || string.Equals(message.Reference, reference, StringComparison.Ordinal));
}
