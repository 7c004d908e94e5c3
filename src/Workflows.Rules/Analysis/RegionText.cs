using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Tables.Cells;

namespace Workflows.Rules.Analysis;

/// <summary>Boxes for people: each field with its values in the notation of table cells.</summary>
internal sealed class RegionText(Space space, Ordinary ordinary, TimeSpan offset)
{
    public string Of(Box box) =>
        string.Join(
            "; ",
            ordinary
                .Telling(box)
                .Select(entry => $"{Name(space.Dimensions[entry.Key])}: {Cell(entry.Key, entry.Value)}")
        );

    private string Cell(int place, ValueSet set) => CellText.Of(space.Dimensions[place], set, offset);

    private static string Name(Dimension dimension) =>
        dimension is Dimension.Membership ? dimension.Key : dimension.Field.Text;
}
