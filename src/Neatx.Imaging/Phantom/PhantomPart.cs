namespace Neatx.Imaging.Phantom;

/// <summary>The random stream of each part of a film, so that a change in one part leaves the others as they were.</summary>
internal enum PhantomPart : ulong
{
    Habitus = 1,
    Pose = 2,
    CrookedX = 3,
    CrookedY = 4,
    Heart = 5,
    Vessels = 6,
    Ribs = 7,
    Spine = 8,
    Shoulders = 9,
    Abdomen = 10,
    Breasts = 11,
    Texture = 12,
    Response = 13,
    Grain = 14,
    Marker = 15,
    Collimation = 16,
    Clutter = 17,
    Airway = 18,
    ChestDrain = 20,
    Endotracheal = 21,
    Tracheostomy = 22,
    Nasogastric = 23,
    Pneumothorax = 24,
    Effusion = 25,
    Leads = 26,
    CentralLine = 27,
    Pacemaker = 28,
    Opacity = 29,
}
