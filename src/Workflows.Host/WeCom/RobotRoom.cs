using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Robots;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.WeCom;

/// <summary>Composes the robot of an internal group, where section <c>Channels:WeComRobot</c> has its key.</summary>
internal static class RobotRoom
{
    /// <exception cref="BadInputException">The section is there and wrong; the message says everything that is.</exception>
    public static IServiceCollection AddRobot(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(RobotOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(RobotOptions.Key)]))
        {
            return services;
        }

        var options = Read(section);
        return services.AddSingleton<IChannel>(provider => new RobotChannel(
            options,
            provider.GetRequiredService<ICallQuotaStore>(),
            provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
        ));
    }

    private static RobotOptions Read(IConfigurationSection section)
    {
        try
        {
            var options = section.Get<RobotOptions>() ?? new RobotOptions();
            new RobotChannel(options, new MemoryCallQuotaStore(), TimeProvider.System).Dispose();
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{section.Path}: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }
}
