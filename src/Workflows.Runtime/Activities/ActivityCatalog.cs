using System.Reflection;

namespace Workflows.Runtime.Activities;

/// <summary>The activity types that definitions may use. Immutable once shared; build it at start.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<string, List<ActivityDescriptor>> _byName = new(StringComparer.Ordinal);

    /// <summary>Creates a catalogue with the built-in activities and those of further assemblies.</summary>
    /// <param name="assemblies">Assemblies whose public activities are added.</param>
    public ActivityCatalog(params IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies.Prepend(typeof(ActivityCatalog).Assembly))
        {
            AddFrom(assembly);
        }
    }

    /// <summary>The built-in activities only.</summary>
    public static ActivityCatalog Default { get; } = new();

    /// <summary>All types.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => _byName.Values.SelectMany(versions => versions);

    /// <summary>Adds all public activities of an assembly that have a constructor without parameters.</summary>
    /// <param name="assembly">The assembly.</param>
    public ActivityCatalog AddFrom(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes())
        {
            if (
                typeof(Activity).IsAssignableFrom(type)
                && type is { IsAbstract: false, ContainsGenericParameters: false }
                && type.GetConstructor(Type.EmptyTypes) is not null
            )
            {
                Add(type);
            }
        }
        return this;
    }

    /// <summary>Adds one activity type; a type of the same name and version is replaced.</summary>
    /// <typeparam name="T">The activity.</typeparam>
    public ActivityCatalog Add<T>()
        where T : Activity => Add(typeof(T));

    /// <summary>Adds one activity type; a type of the same name and version is replaced.</summary>
    /// <param name="type">The activity's class.</param>
    public ActivityCatalog Add(Type type)
    {
        var descriptor = new ActivityDescriptor(type);
        if (!_byName.TryGetValue(descriptor.TypeName, out var versions))
        {
            _byName[descriptor.TypeName] = versions = [];
        }
        versions.RemoveAll(other => other.Version == descriptor.Version);
        versions.Add(descriptor);
        return this;
    }

    /// <summary>Makes sure that an activity class can be used: that its attributes can be read and its constructor does not throw.</summary>
    /// <param name="type">The activity's class.</param>
    /// <exception cref="InvalidOperationException">It has no public constructor without parameters.</exception>
    public static void Check(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new InvalidOperationException("An activity needs a public constructor without parameters.");
        }
        new ActivityDescriptor(type).Create();
    }

    /// <summary>A type by name and version.</summary>
    /// <param name="typeName">The name.</param>
    /// <param name="version">The version; null or 0 takes the newest.</param>
    /// <returns>The type; null when it is not known in that version.</returns>
    public ActivityDescriptor? Find(string typeName, int? version = null)
    {
        if (!_byName.TryGetValue(typeName, out var versions))
        {
            return null;
        }
        return version is null or 0
            ? versions.MaxBy(descriptor => descriptor.Version)
            : versions.Find(descriptor => descriptor.Version == version);
    }

    /// <summary>Whether a type is known in any version.</summary>
    /// <param name="typeName">The name.</param>
    public bool Knows(string typeName) => _byName.ContainsKey(typeName);

    internal ActivityDescriptor Describe(Activity activity) =>
        Find(activity.Type, activity.Version) is { } known && known.ActivityType == activity.GetType()
            ? known
            : new ActivityDescriptor(activity.GetType());
}
