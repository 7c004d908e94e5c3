using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis;

/// <summary>Invents contacts for boxes.</summary>
internal sealed class Examples(
    Space space,
    Ordinary ordinary,
    IReadOnlyCollection<FieldPath> fields,
    DateTimeOffset asOf
)
{
    /// <summary>A contact in the box, with the plainest values; null when those are beyond their types.</summary>
    public ContactExample? In(Box box)
    {
        var invention = new Invention(asOf);
        var missing = box
            .Sets.Where(entry => !entry.Value.HasValue)
            .Select(entry => space.Dimensions[entry.Key].Field)
            .ToHashSet();
        foreach (var field in missing)
        {
            invention.Leave(field);
        }

        foreach (var (place, set) in box.Sets)
        {
            if (!missing.Contains(space.Dimensions[place].Field))
            {
                invention.Take(space.Dimensions[place], set);
            }
        }

        return invention.Finish(fields, [.. ordinary.Telling(box).Select(entry => space.Dimensions[entry.Key])]);
    }
}
