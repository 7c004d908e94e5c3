namespace Workflows.Host.Workers;

/// <summary>Registers loops to be run while the host runs.</summary>
internal static class LoopRegistration
{
    public static IServiceCollection AddLoop<T>(this IServiceCollection services, Func<T, CancellationToken, Task> run)
        where T : class =>
        services.AddSingleton<IHostedService>(provider =>
        {
            var loop = provider.GetRequiredService<T>();
            return new LoopWorker(stopping => run(loop, stopping));
        });
}
