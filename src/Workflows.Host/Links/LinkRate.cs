using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Workflows.Host.Links;

/// <summary>How often one address may follow short links: a whole office behind one address does, somebody who tries codes does not get far.</summary>
internal static class LinkRate
{
    public const string PolicyName = "links";

    private const int Clicks = 600;

    public static void Configure(RateLimiterOptions options) =>
        options.AddPolicy(
            PolicyName,
            context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = Clicks, Window = TimeSpan.FromMinutes(1) }
                )
        );
}
