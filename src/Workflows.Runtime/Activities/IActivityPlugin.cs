using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Runtime.Activities;

/// <summary>Prepares what the activities of a plug-in ask their context for; a public class with a constructor without parameters, found when the plug-in is loaded.</summary>
public interface IActivityPlugin
{
    /// <summary>Adds the services the plug-in's activities need.</summary>
    /// <param name="services">The host's services.</param>
    void AddServices(IServiceCollection services);
}
