using System.Reflection;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Plugins;

/// <summary>Loads one plug-in; whatever is wrong with it becomes a problem of the plug-in and never of the host.</summary>
internal static class PluginLoader
{
    /// <summary>Loads the plug-in of a folder: its main assembly has the folder's name.</summary>
    public static Plugin Load(string folder)
    {
        var name = Path.GetFileName(folder);
        var path = Path.Combine(folder, $"{name}.dll");
        if (!File.Exists(path))
        {
            return Broken(
                name,
                $"there is no {name}.dll in {folder}; a plug-in's main assembly has the name of its folder."
            );
        }

        try
        {
            var types = new PluginContext(path).LoadFromAssemblyPath(path).GetExportedTypes();
            return Inspect(name, types);
        }
        catch (BadImageFormatException)
        {
            return Broken(name, $"{name}.dll is not a .NET assembly for this machine.");
        }
        catch (Exception failure) when (failure is IOException or TypeLoadException or ReflectionTypeLoadException)
        {
            return Broken(
                name,
                $"{failure.Message} Publish it again against this version of Workflows.Runtime, with everything it needs."
            );
        }
    }

    private static Plugin Inspect(string name, Type[] types)
    {
        List<Type> activities = [];
        List<IActivityPlugin> setups = [];
        List<string> problems = [];
        foreach (var type in types.Where(type => type is { IsAbstract: false, ContainsGenericParameters: false }))
        {
            if (typeof(Activity).IsAssignableFrom(type))
            {
                Try(type, () => ActivityCatalog.Check(type), activities.Add);
            }
            else if (typeof(IActivityPlugin).IsAssignableFrom(type))
            {
                Try(type, () => setups.Add((IActivityPlugin)Activator.CreateInstance(type)!), _ => { });
            }
        }

        if (activities.Count == 0 && problems.Count == 0)
        {
            problems.Add("it brings no public activity.");
        }

        return new Plugin(name, activities, problems) { Setups = setups };

        void Try(Type type, Action attempt, Action<Type> accept)
        {
            try
            {
                attempt();
                accept(type);
            }
            catch (Exception failure)
            {
                // Whatever a stranger's constructor throws: the host starts without this type.
                problems.Add(
                    $"{type.FullName}: {(failure as TargetInvocationException)?.InnerException?.Message ?? failure.Message}"
                );
            }
        }
    }

    private static Plugin Broken(string name, string problem) => new(name, [], [problem]);
}
