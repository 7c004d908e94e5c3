using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.WeCom;

/// <summary>Composes the channel that has members send: mass messages and Moments.</summary>
internal static class TaskRoom
{
    /// <exception cref="BadInputException">Section <c>Channels:WeCom:Tasks</c> is wrong.</exception>
    public static IServiceCollection AddTasks(this IServiceCollection services, IConfigurationSection section)
    {
        var options = Read(section);
        return services
            .AddSingleton(provider => new WeComParts(
                Tenants.Default,
                provider.GetRequiredService<WeComClient>(),
                provider.GetRequiredService<ISendIntentStore>(),
                provider.GetRequiredService<IMediaStore>(),
                provider.GetRequiredService<MediaSource>(),
                options,
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
            ))
            .AddSingleton<WeComChannel>()
            .AddSingleton<IChannel>(provider => provider.GetRequiredService<WeComChannel>())
            .AddSingleton<WeComUpkeep>()
            .AddLoop<WeComUpkeep>((upkeep, stopping) => upkeep.RunAsync(stopping));
    }

    private static TaskOptions Read(IConfigurationSection section)
    {
        try
        {
            var options = section.GetSection("Tasks").Get<TaskOptions>() ?? new TaskOptions();
            var timeout = section.GetValue(nameof(WeComOptions.Timeout), new WeComOptions().Timeout);
            options.ThrowIfInvalid(timeout);
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{section.Path}:Tasks: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }
}
