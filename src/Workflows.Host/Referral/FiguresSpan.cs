namespace Workflows.Host.Referral;

/// <summary>The span of time that figures are asked for: the last 30 days unless given.</summary>
/// <param name="From">The first moment that counts.</param>
/// <param name="Until">The first moment that does not count any more.</param>
internal readonly record struct FiguresSpan(DateTimeOffset From, DateTimeOffset Until)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static FiguresSpan Of(DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock)
    {
        var until = to ?? clock.GetUtcNow();
        return new FiguresSpan(from ?? (until - DateTimeOffset.MinValue > Usual ? until - Usual : until), until);
    }
}
