using Workflows.Host.Http;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Plugins;

/// <summary>The plug-ins of an installation, loaded once at start.</summary>
internal sealed class PluginSet
{
    private PluginSet(IReadOnlyList<Plugin> plugins) => Plugins = plugins;

    /// <summary>No plug-ins.</summary>
    public static PluginSet None { get; } = new([]);

    /// <summary>The plug-ins, ordered by name.</summary>
    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>One line for each thing that cannot be used.</summary>
    public IEnumerable<string> Problems =>
        Plugins.SelectMany(plugin => plugin.Problems.Select(problem => $"Plug-in {plugin.Name}: {problem}"));

    /// <summary>Loads the plug-ins of a folder: each is a folder of its own.</summary>
    /// <param name="folder">The folder; one that is not there holds no plug-ins.</param>
    public static PluginSet Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return None;
        }

        var taken = HttpRoom.AddTo(new ActivityCatalog(typeof(SendMessage).Assembly));
        return new PluginSet([
            .. Directory
                .EnumerateDirectories(Path.GetFullPath(folder))
                .Order(StringComparer.Ordinal)
                .Select(PluginLoader.Load)
                .Select(plugin => WithoutTaken(plugin, taken)),
        ]);
    }

    /// <summary>Adds the plug-ins' activities.</summary>
    public ActivityCatalog AddTo(ActivityCatalog catalog)
    {
        foreach (var type in Plugins.SelectMany(plugin => plugin.Activities))
        {
            catalog.Add(type);
        }

        return catalog;
    }

    /// <summary>Adds the services the plug-ins' activities need.</summary>
    public void AddTo(IServiceCollection services)
    {
        foreach (var setup in Plugins.SelectMany(plugin => plugin.Setups))
        {
            setup.AddServices(services);
        }
    }

    /// <summary>The services of the plug-ins alone, for running without a server.</summary>
    public ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        AddTo(services);
        return services.BuildServiceProvider();
    }

    /// <summary>An activity that has the name of another one would silently replace it in every journey.</summary>
    private static Plugin WithoutTaken(Plugin plugin, ActivityCatalog taken)
    {
        List<Type> own = [];
        List<string> problems = [.. plugin.Problems];
        foreach (var type in plugin.Activities)
        {
            var name = ActivityTypeNameHelper.GenerateTypeName(type);
            if (taken.Knows(name))
            {
                problems.Add(
                    $"{type.FullName}: the activity type '{name}' exists already; give it another name or namespace."
                );
                continue;
            }

            taken.Add(type);
            own.Add(type);
        }

        return plugin with
        {
            Activities = own,
            Problems = problems,
        };
    }
}
