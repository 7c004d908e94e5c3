using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Workflows.Host.Auth;

/// <summary>How often one address may try to sign in: hashing a password is work, and guessing is somebody else's.</summary>
internal static class SignInRate
{
    public const string PolicyName = "sign-in";

    private const int Attempts = 20;

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(
            PolicyName,
            context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = Attempts, Window = TimeSpan.FromMinutes(1) }
                )
        );
    }
}
