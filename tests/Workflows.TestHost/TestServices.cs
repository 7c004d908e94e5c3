using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;

namespace Workflows.TestHost;

/// <summary>What a test needs otherwise: its clock, and leases that lapse in seconds, so that a killed host's work moves on soon.</summary>
internal static class TestServices
{
    public static void Replace(IServiceCollection services, HandClock clock) =>
        services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .Replace(ServiceDescriptor.Singleton(Loops))
            .Replace(ServiceDescriptor.Singleton(Dispatcher));

    // What one host enqueues for another is found by looking.
    private static readonly WorkLoopOptions Loops = new()
    {
        LeaseDuration = TimeSpan.FromSeconds(4),
        PollInterval = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Impatient; section <c>Test:Dispatcher</c> changes that.</summary>
    private static MessageDispatcherOptions Dispatcher(IServiceProvider provider)
    {
        var options = new MessageDispatcherOptions
        {
            Parallelism = 32,
            PollInterval = TimeSpan.FromMilliseconds(50),
            AttemptTimeout = TimeSpan.FromSeconds(2),
            LeaseTime = TimeSpan.FromSeconds(9),
            StopGrace = TimeSpan.FromSeconds(2),
        };
        provider.GetRequiredService<IConfiguration>().GetSection("Test:Dispatcher").Bind(options);
        return options;
    }
}
