using System.Reflection;
using Workflows.Runtime.Designer;

namespace Workflows.Runtime.Activities;

/// <summary>Offers the choices of a drop-down; the name and shape are Elsa's. <see cref="IInputOptions"/> does the same with less.</summary>
public abstract class DropDownOptionsProviderBase : IPropertyUIHandler
{
    /// <summary>Whether the designer asks again whenever the operator changes another input. The default is false.</summary>
    protected virtual bool RefreshOnChange => false;

    /// <inheritdoc />
    public bool IsRefreshable => RefreshOnChange;

    /// <inheritdoc />
    public async ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(
        PropertyInfo propertyInfo,
        object? context,
        CancellationToken cancellationToken = default
    )
    {
        var items = await GetItemsAsync(propertyInfo, context, cancellationToken);
        var choices = new ChoiceList([.. items.Select(item => new InputOption(item.Text, item.Value))]);
        var hint = propertyInfo.GetCustomAttribute<InputAttribute>()?.UIHint ?? InputUIHints.DropDown;
        var specifications = new Dictionary<string, object>(StringComparer.Ordinal);
        InputEditors.AddChoices(specifications, hint, choices);
        if (RefreshOnChange)
        {
            specifications["Refresh"] = true;
        }
        return specifications;
    }

    /// <summary>The choices in the order they are shown.</summary>
    /// <param name="propertyInfo">The activity's property.</param>
    /// <param name="context">The activity's present inputs as <see cref="ActivityInputs"/>, where the designer sent them; null otherwise.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    protected abstract ValueTask<ICollection<SelectListItem>> GetItemsAsync(
        PropertyInfo propertyInfo,
        object? context,
        CancellationToken cancellationToken
    );
}
