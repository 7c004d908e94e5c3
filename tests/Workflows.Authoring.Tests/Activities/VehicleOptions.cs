using System.Reflection;
using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Choices that are made when the designer asks.</summary>
public class VehicleOptions : DropDownOptionsProviderBase
{
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(
        PropertyInfo propertyInfo,
        object? context,
        CancellationToken cancellationToken
    ) => new([new SelectListItem("Bicycle", "1"), new SelectListItem("Van", "2")]);
}
