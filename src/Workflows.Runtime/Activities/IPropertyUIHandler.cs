using System.Reflection;

namespace Workflows.Runtime.Activities;

/// <summary>Tells the editor of an input what it needs to know, under the names the designer looks for; the name and shape are Elsa's.</summary>
public interface IPropertyUIHandler
{
    /// <summary>Whether the designer asks again whenever the operator changes another input.</summary>
    bool IsRefreshable => false;

    /// <summary>Where several handlers speak of one input, the highest wins.</summary>
    float Priority => 0;

    /// <summary>What the editor needs to know now.</summary>
    /// <param name="propertyInfo">The activity's property.</param>
    /// <param name="context">The activity's present inputs as <see cref="ActivityInputs"/>, where the designer sent them; null otherwise.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(
        PropertyInfo propertyInfo,
        object? context,
        CancellationToken cancellationToken = default
    );
}
