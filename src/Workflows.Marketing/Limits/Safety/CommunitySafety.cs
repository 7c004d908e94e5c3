using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Decisions;

namespace Workflows.Marketing.Limits.Safety;

/// <summary>
/// The pack 社群安全边界 (S0-65): how many groups a bot may maintain (S0-44), how many SOP messages a group may get a day (S0-45), and by
/// which way a mini-program may reach a group (S0-46). It is on in a new workspace; whoever turns it off says why, and that is kept.
/// </summary>
/// <param name="book">Where it is kept who switched it.</param>
/// <param name="clock">When it is.</param>
/// <param name="tenant">Whose pack.</param>
public sealed class CommunitySafety(IDecisionBook book, TimeProvider clock, int tenant)
{
    /// <summary>The pack's name.</summary>
    public const string Name = "community-safety";

    private const string On = "on";
    private const string Off = "off";
    private const int LongestReason = 1_000;

    private sealed record Known(bool IsOn, long At);

    private volatile Known? _known;

    /// <summary>The limits that belong to it; they are not asked while it is off.</summary>
    public static IReadOnlySet<string> Limits { get; } =
        new HashSet<string>(["group_sop_daily", "bot_groups"], StringComparer.Ordinal);

    /// <summary>How long another process may not know yet that it was switched.</summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan RefreshAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether it is on.</summary>
    public async ValueTask<bool> IsOnAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetElapsedTime(known.At) < RefreshAfter)
        {
            return known.IsOn;
        }

        var asked = clock.GetTimestamp();
        var isOn = await book.LastAsync(tenant, Name, cancellationToken) is not { } last || IsOnIn(last);
        _known = new Known(isOn, asked);
        return isOn;
    }

    /// <summary>How it stands, with everything that was done.</summary>
    public async Task<PolicyPack> ReadAsync(CancellationToken cancellationToken) =>
        new(await book.ListAsync(tenant, Name, cancellationToken));

    /// <summary>Switches it, for a reason; whoever asks has to be an administrator. To leave it as it is is no change, and no line.</summary>
    /// <returns>The pack; without one, why it stays as it is.</returns>
    public async Task<(PolicyPack? Pack, IReadOnlyList<Diagnostic> Diagnostics)> SwitchAsync(
        bool isOn,
        string? reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } said)
        {
            return (
                null,
                [
                    new Diagnostic(
                        SafetyCodes.NoReason,
                        $"A pack is switched for a reason only, of 1 to {LongestReason} characters.",
                        "$.reason",
                        Remedy: "Say why it is turned on or off; it is kept with your name."
                    ),
                ]
            );
        }

        while (true)
        {
            var pack = await ReadAsync(cancellationToken);
            if (pack.IsOn == isOn)
            {
                return (pack, []);
            }

            var line = new DecisionLine(
                Name,
                pack.Log.Count + 1,
                clock.GetUtcNow(),
                by,
                isOn ? On : Off,
                isOn ? On : Off
            )
            {
                Note = said,
            };
            // Whoever was first keeps the number; then it is looked again what there is to change.
            if (await book.AddAsync(tenant, line, cancellationToken))
            {
                _known = null;
                return (new PolicyPack([.. pack.Log, line]), []);
            }
        }
    }

    internal static bool IsOnIn(DecisionLine line) => !line.Value.Equals(Off, StringComparison.Ordinal);
}
