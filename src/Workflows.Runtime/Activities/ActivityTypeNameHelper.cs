namespace Workflows.Runtime.Activities;

/// <summary>Says what documents and stimuli call an activity class; the name is Elsa's.</summary>
public static class ActivityTypeNameHelper
{
    /// <summary>The type name of an activity class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public static string GenerateTypeName<T>()
        where T : IActivity => GenerateTypeName(typeof(T));

    /// <summary>The type name of an activity class.</summary>
    /// <param name="type">The class.</param>
    public static string GenerateTypeName(Type type) => ActivityTypeName.Of(type).Name;
}
