using System.Reflection;
using System.Runtime.Loader;

namespace Workflows.Host.Plugins;

/// <summary>
/// Keeps a plug-in's own libraries apart from the host's and from other plug-ins'. What the host has too is the host's: only then are
/// an activity's base class there and here the same class.
/// </summary>
internal sealed class PluginContext(string mainAssembly) : AssemblyLoadContext(Path.GetFileName(mainAssembly))
{
    private readonly AssemblyDependencyResolver _resolver = new(mainAssembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
